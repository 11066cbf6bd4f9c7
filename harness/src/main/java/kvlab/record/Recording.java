package kvlab.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects the events of one schedule. Equal schedules of equal submissions give equal events in every JVM. A caller checks
 * {@link #isOn()} before it makes an event, so that a run without a record does not make any.
 *
 * <p>Causes are ambient: an event that can lead to others becomes the current cause. The simulation keeps the current cause
 * with each task that it queues, and restores it when the task runs.
 */
public final class Recording {
    /** A recording that is off. */
    public static final Recording OFF = new Recording(false, 0, false);

    /** The maximum number of kept events; further ones are only counted, so that a submission cannot exhaust the memory. */
    public static final int MAX_EVENTS = 500_000;

    private final boolean on;
    private final int maxEvents;
    private final boolean hasFields;
    private final List<Event> events = new ArrayList<>();
    private long next;
    private long messages;
    private long coroutines;
    private long cause = Event.NO_CAUSE;

    private Recording(boolean on, int maxEvents, boolean hasFields) {
        this.hasFields = hasFields;
        this.on = on;
        this.maxEvents = maxEvents;
    }

    /** A recording that begins empty. */
    public static Recording on() {
        return new Recording(true, MAX_EVENTS, false);
    }

    /** A recording that begins empty, and only counts the events after so many. */
    public static Recording of(int maxEvents) {
        return new Recording(true, maxEvents, false);
    }

    /** A recording that begins empty, and has what each event changes in the fields of a submission's object. */
    public static Recording withFields() {
        return new Recording(true, MAX_EVENTS, true);
    }

    /** Whether the fields of a submission's objects are to be read. */
    public boolean hasFields() {
        return hasFields;
    }

    public boolean isOn() {
        return on;
    }

    /** Adds an event, if this is on. Its cause is the current one. Returns its id. */
    public long add(Duration at, Place place, Happening what) {
        if (!on) {
            return Event.NO_CAUSE;
        }
        long id = next++;
        if (id < maxEvents) {
            events.add(new Event(id, at, place, cause, what));
        }
        if (what.leads()) {
            cause = id;
        }
        return id;
    }

    /** The id of the event that leads to what happens now, or {@link Event#NO_CAUSE}. */
    public long cause() {
        return cause;
    }

    /** Sets what leads to all that happens until the next event that leads to something, if this is on. */
    public void causedBy(long newCause) {
        if (on) {
            cause = newCause;
        }
    }

    /** The number for one more message, from 1. */
    public long nextMessage() {
        return on ? ++messages : 0;
    }

    /** The number for one more coroutine, from 1. */
    public long nextCoroutine() {
        return on ? ++coroutines : 0;
    }

    /** A task with the cause that things have now. */
    public Runnable causedByNow(Runnable task) {
        long now = cause;
        return () -> {
            cause = now;
            task.run();
        };
    }

    /** The kept events so far, in order; an event's index is its id. */
    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** The number of events that were not kept. */
    public long dropped() {
        return next - events.size();
    }

    /** Whether another recording has the same events; of those that neither keeps, the same number. */
    public boolean isSameAs(Recording other) {
        return next == other.next && events.equals(other.events);
    }
}
