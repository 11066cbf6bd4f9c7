package kvlab.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/** A situation that chance seldom brings about, in which some bugs show. It follows a round. */
interface Episode {

    /** Plays the episode. All servers are up and connected before and after. */
    void play(Scene scene);

    /**
     * An episode and its chance.
     *
     * @param weight how likely it is among the episodes that fit
     * @param fits whether a test with certain faults, and that many Clerks, may have it
     */
    record Chance(Episode episode, int weight, BiPredicate<FaultPlan, Integer> fits) {}

    /** All episodes. */
    List<Chance> ALL = List.of(
            new Chance(new Idle(), 1, (faults, clerks) -> true),
            new Chance(new LongSession(), 1, (faults, clerks) -> true),
            new Chance(new Outage(), 3, (faults, clerks) -> faults.areAny()),
            new Chance(new LostLeader(), 4, (faults, clerks) -> faults.partitions()),
            new Chance(new SharedBarrier(), 3, (faults, clerks) -> faults.partitions() && clerks >= 3),
            new Chance(new ComeBack(), 3, (faults, clerks) -> faults.partitions()),
            new Chance(new SameIndex(), 3, (faults, clerks) -> faults.partitions()),
            new Chance(new Displaced(), 3, (faults, clerks) -> faults.partitions() && clerks >= Displaced.CLERKS));

    /** The episode after a round, if there is to be one. */
    static Optional<Episode> any(FaultPlan faults, int round, int clerks, RandomGenerator random) {
        if (round == 1 && faults.unreliable() && faults.mix().hasStragglers()) {
            return Optional.of(new Idle());
        }
        List<Episode> choice = new ArrayList<>();
        for (Chance chance : ALL) {
            if (chance.fits().test(faults, clerks)) {
                choice.addAll(Collections.nCopies(chance.weight(), chance.episode()));
            }
        }
        return random.nextInt(100) < (faults.areAny() ? 50 : 12)
                ? Optional.of(choice.get(random.nextInt(choice.size())))
                : Optional.empty();
    }
}
