package kvlab.record;

import java.time.Duration;

/**
 * An event of a schedule.
 *
 * @param id counts the events of the schedule, from 0
 * @param at virtual time since the simulation began
 * @param cause the id of the event that led to this one, which is smaller; or {@link #NO_CAUSE}
 */
public record Event(long id, Duration at, Place place, long cause, Happening what) {
    /** The cause of what the scenario does of its own accord. */
    public static final long NO_CAUSE = -1;
}
