package kvlab.grader.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When submissions are due.
 *
 * @param at the due date and time, in the course's time zone
 * @param grace how much later still counts as in time, on each day
 */
public record Due(ZonedDateTime at, Duration grace) {

    /**
     * How many days late a submission is, each day begun counted whole: 0 up to the due time and grace, 1 up to the same
     * time by the clock on the next day, and so on.
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

    /** The last moment at which a submission is so many days late and no more. */
    public Instant end(int lateDays) {
        return at.plus(grace).plusDays(lateDays).toInstant();
    }
}
