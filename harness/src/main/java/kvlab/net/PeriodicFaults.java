package kvlab.net;

import java.time.Duration;
import kvlab.sim.Randomness;
import kvlab.sim.Simulation;

/**
 * Faults that change periodically: in each period, each server is at random either cut off from its peers, or its
 * messages to them have one additional delay. A pure function of seed, server and period, so no events are needed.
 */
public final class PeriodicFaults {
    private final Simulation simulation;
    private final Faults faults;
    private final NetworkRecord record;
    private final Settings settings;
    private final long begin;
    private final long firstPeriod;
    private final PeriodState[] current;
    private final Randomness.Stream[] cuts;
    private final Randomness.Stream[] delays;

    /**
     * The probability and size of the faults.
     *
     * @param period the length of a period
     * @param cutChance the probability that a server is cut off for a period
     * @param maxDelay the maximum delay of a server that is not cut off
     */
    public record Settings(Duration period, double cutChance, Duration maxDelay) {}

    /** One server's state in one period; the delay is in nanoseconds. */
    private record PeriodState(long period, boolean cut, long delay) {}

    /** Starts now. Period numbers continue those of earlier periodic faults. */
    PeriodicFaults(
            Simulation simulation,
            Faults faults,
            NetworkRecord record,
            Settings settings,
            int servers,
            long firstPeriod) {
        this.record = record;
        this.simulation = simulation;
        this.faults = faults;
        this.settings = settings;
        this.begin = simulation.nanoTime();
        this.firstPeriod = firstPeriod;
        this.current = new PeriodState[servers];
        this.cuts = new Randomness.Stream[servers];
        this.delays = new Randomness.Stream[servers];
        for (int server = 0; server < servers; server++) {
            cuts[server] = simulation.randomness().stream("period cut", server);
            delays[server] = simulation.randomness().stream("period delay", server);
        }
    }

    /** Whether a server is cut off from its peers now. */
    boolean cuts(int server) {
        return state(server).cut;
    }

    /** The delay, in nanoseconds, of a message that a server sends to a peer now. */
    long delay(int server) {
        return state(server).delay;
    }

    /** The number of the current period. */
    long period() {
        return firstPeriod + (simulation.nanoTime() - begin) / settings.period.toNanos();
    }

    private PeriodState state(int server) {
        long period = period();
        PeriodState state = current[server];
        if (state == null || state.period != period) {
            state = draw(server, period);
            current[server] = state;
        }
        return state;
    }

    private PeriodState draw(int server, long period) {
        Fault cut = new Fault.PeriodCut(server, period);
        if (cuts[server].fractionAt(period) < settings.cutChance && faults.strikes(cut)) {
            record.periodCut(cut);
            return new PeriodState(period, true, 0);
        }
        long delay = (long) (delays[server].fractionAt(period) * settings.maxDelay.toNanos());
        return new PeriodState(period, false, faults.strikes(new Fault.PeriodSlow(server, period)) ? delay : 0);
    }
}
