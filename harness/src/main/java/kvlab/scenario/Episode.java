package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A situation that chance seldom brings about, in which some bugs show. It follows a round. */
interface Episode {

    /** Whether a test with these faults and that many Clerks may have this episode. */
    boolean fits(FaultPlan faults, int clerks);

    /** How likely this is among the episodes that fit. */
    int weight();

    /** Plays the episode. All servers are up and connected before and after. */
    void play(Scene scene);

    /** All episodes. */
    List<Episode> ALL = List.of(
            new Idle(),
            new LongSession(),
            new Outage(),
            new LostLeader(),
            new SharedBarrier(),
            new ComeBack(),
            new SameIndex());

    /** The episode after a round, if there is to be one. */
    static Optional<Episode> any(FaultPlan faults, int round, int clerks, RandomGenerator random) {
        if (round == 1 && faults.unreliable() && faults.mix().hasStragglers()) {
            return Optional.of(new Idle());
        }
        List<Episode> choice = new ArrayList<>();
        for (Episode episode : ALL) {
            for (int times = episode.fits(faults, clerks) ? episode.weight() : 0; times > 0; times--) {
                choice.add(episode);
            }
        }
        boolean quiet = choice.size() <= QUIET;
        return random.nextInt(100) < (quiet ? 20 : 55)
                ? Optional.of(choice.get(random.nextInt(choice.size())))
                : Optional.empty();
    }

    /** The weight of the episodes that need no faults. */
    int QUIET = 3;
}
