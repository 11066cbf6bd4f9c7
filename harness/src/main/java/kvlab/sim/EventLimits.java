package kvlab.sim;

import java.time.Duration;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Timeline;

/**
 * The limits on one schedule: whoever exceeds one would not end, or exhaust the memory. Shortly before, it is noted which code
 * of the submission causes the events, so that it can be named.
 */
final class EventLimits {
    /** How many suspensions before that limit are looked at. */
    private static final int SUSPENDED_SAMPLE = 100;

    private final EventOrigins origins = new EventOrigins();
    private int eventsThisInstant;
    private boolean isNear;

    void timePasses() {
        eventsThisInstant = 0;
    }

    /**
     * An event is about to run.
     *
     * @param events how many have run
     * @param queued how many are waiting, this one included
     * @param now in nanoseconds
     * @throws EventLimitExceeded if it is one too many
     */
    void check(long events, int queued, long now) {
        isNear = ++eventsThisInstant > Simulation.MAX_EVENTS_PER_INSTANT - EventOrigins.SAMPLE
                || events > Simulation.MAX_EVENTS - EventOrigins.SAMPLE
                || queued > Simulation.MAX_WAITING_EVENTS - EventOrigins.SAMPLE;
        if (!isNear) {
            return;
        }
        if (eventsThisInstant > Simulation.MAX_EVENTS_PER_INSTANT) {
            throw exceeded(
                    Diagnostic.of("schedule.no-time-passes").with("events", Simulation.MAX_EVENTS_PER_INSTANT), now);
        }
        if (events >= Simulation.MAX_EVENTS) {
            throw exceeded(Diagnostic.of("schedule.too-many-events").with("events", Simulation.MAX_EVENTS), now);
        }
        checkQueued(queued, now);
    }

    /** Whether {@link #caused} is to be called for what coroutines cause. */
    boolean areNear(int queued) {
        return isNear || queued > Simulation.MAX_WAITING_EVENTS;
    }

    /** A coroutine has caused an event. */
    void caused(Coroutine running, int queued, long now) {
        origins.add(running);
        checkQueued(queued, now);
    }

    private void checkQueued(int queued, long now) {
        if (queued > Simulation.MAX_WAITING_EVENTS) {
            throw exceeded(
                    Diagnostic.of("schedule.too-many-waiting").with("events", Simulation.MAX_WAITING_EVENTS), now);
        }
    }

    /**
     * A coroutine is about to suspend.
     *
     * @param suspended how many are suspended
     */
    void suspends(Coroutine running, int suspended, long now) {
        if (suspended >= Simulation.MAX_SUSPENDED - SUSPENDED_SAMPLE) {
            origins.add(running);
        }
        if (suspended >= Simulation.MAX_SUSPENDED) {
            throw exceeded(Diagnostic.of("schedule.too-many-suspended").with("calls", Simulation.MAX_SUSPENDED), now);
        }
    }

    private EventLimitExceeded exceeded(Diagnostic limit, long now) {
        return new EventLimitExceeded(origins.nameIn(limit.with("time", Timeline.seconds(Duration.ofNanos(now)))));
    }
}
