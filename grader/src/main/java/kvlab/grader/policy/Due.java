package kvlab.grader.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The due time of submissions.
 *
 * @param at the due date and time, in the course's time zone
 * @param grace the grace period, on each day
 */
public record Due(ZonedDateTime at, Duration grace) {

    /**
     * The number of days late, rounded up: 0 up to the due time and grace, 1 up to the same time by the clock on the
     * next day, and so on.
     */
    public int lateDays(Instant submitted) {
        ZonedDateTime end = at.plus(grace);
        if (!submitted.isAfter(end.toInstant())) {
            return 0;
        }
        long whole = ChronoUnit.DAYS.between(end, submitted.atZone(at.getZone()));
        boolean anotherBegun = end.plusDays(whole).toInstant().isBefore(submitted);
        return Math.toIntExact(anotherBegun ? whole + 1 : whole);
    }

    /** The latest time at which a submission is at most this many days late. */
    public Instant end(int lateDays) {
        return at.plus(grace).plusDays(lateDays).toInstant();
    }
}
