package kvlab.grader.grade.result;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;

/**
 * When a submission was due.
 *
 * @param end the end of what is in time: the due time and the grace
 * @param zone the course's time zone, by its place
 * @param counts which of several hand-ins counts
 */
public record Deadline(Instant due, Instant end, String zone, HandInRules.Counts counts) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss VV", Locale.ENGLISH);

    /** @throws java.time.DateTimeException if there is no such zone */
    public Deadline {
        ZoneId.of(zone);
    }

    /** Empty if nothing is ever late. */
    public static Optional<Deadline> of(Policy policy) {
        return policy.due()
                .map(due -> new Deadline(
                        due.at().toInstant(),
                        due.end(0),
                        due.at().getZone().getId(),
                        policy.handIn().counts()));
    }

    /** A time by the course's clock, such as {@code 20 November 2026, 23:59:00 America/New_York}. */
    public String text(Instant time) {
        return TIME.withZone(ZoneId.of(zone)).format(time);
    }

    /** The due time by the course's clock, and the end of the grace if there is one. */
    public String inWords() {
        return text(due) + (end.equals(due) ? "" : ", in time until " + text(end));
    }

    /** A time by the course's clock; without a deadline by UTC. */
    public static String text(Optional<Deadline> deadline, Instant time) {
        return deadline.map(own -> own.text(time))
                .orElseGet(() -> TIME.withZone(ZoneId.of("UTC")).format(time));
    }
}
