package kvlab.net;

import java.time.Duration;
import kvlab.sim.Randomness;
import kvlab.sim.Simulation;

/**
 * Faults that change with the clock: in each period, each server is either cut off from its peers, by chance, or what
 * it sends to them is slowed by one delay. Pure in (seed, server, period), so it needs no events of its own.
 */
public final class PeriodicFaults {
    private final Simulation simulation;
    private final Faults faults;
    private final Settings settings;
    private final long begin;
    private final long firstPeriod;
    private final PeriodState[] current;
    private final Randomness.Stream[] cuts;
    private final Randomness.Stream[] delays;

    /**
     * How likely and how bad they are.
     *
     * @param period how long each state lasts
     * @param cutChance the chance that a server is cut off for a period, 0 to 1
     * @param maxDelay what a server's messages are delayed by at most, if it is not cut off
     */
    public record Settings(Duration period, double cutChance, Duration maxDelay) {}

    /** One server's state in one period; the delay is in nanoseconds. */
    private record PeriodState(long period, boolean cut, long delay) {}

    /** Faults that begin now. Their periods are counted on from those of earlier ones. */
    PeriodicFaults(Simulation simulation, Faults faults, Settings settings, int servers, long firstPeriod) {
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

    /** By how many nanoseconds a message that a server sends to a peer now is delayed. */
    long delay(int server) {
        return state(server).delay;
    }

    /** The number of the present period. */
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
        boolean cut = cuts[server].fractionAt(period) < settings.cutChance
                && faults.strikes(new Fault.PeriodCut(server, period));
        if (cut) {
            return new PeriodState(period, true, 0);
        }
        long delay = (long) (delays[server].fractionAt(period) * settings.maxDelay.toNanos());
        return new PeriodState(period, false, faults.strikes(new Fault.PeriodSlow(server, period)) ? delay : 0);
    }
}
