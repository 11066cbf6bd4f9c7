package kvlab.grader.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as the staff write them. */
public final class TimeText {

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ ]['T']HH:mm")
            .appendPattern("[:ss]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** As Moodle writes them in English: {@code Friday, 4 December 2026, 11:58 PM}. */
    private static final DateTimeFormatter WORDS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[EEEE, ]d MMMM uuuu, [h:mm[:ss] a][H:mm[:ss]]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /**
     * Such as {@code 2026-12-04T23:58:00-05:00}, {@code 2026-12-05 04:58Z}, or in this zone {@code 2026-12-04 23:58} or
     * {@code Friday, 4 December 2026, 11:58 PM}.
     *
     * @param zone the course's; empty if none is known, and each time needs an offset
     * @throws DateTimeException if it is no such time; the message says what to write
     */
    public static Instant parse(String text, Optional<ZoneId> zone) {
        String stripped = text.strip();
        try {
            return OffsetDateTime.parse(
                            stripped.replaceFirst("^(\\S{10}) +", "$1T").replace(" ", ""))
                    .toInstant();
        } catch (DateTimeException noOffset) {
            try {
                boolean inWords = stripped.contains(",");
                LocalDateTime local = LocalDateTime.parse(stripped.replace('\u202F', ' '), inWords ? WORDS : LOCAL);
                return local.atZone(zone.orElseThrow(() -> notATime(text, zone)))
                        .toInstant();
            } catch (DateTimeException e) {
                throw notATime(text, zone);
            }
        }
    }

    private static DateTimeException notATime(String text, Optional<ZoneId> zone) {
        return new DateTimeException(StaffTable.shown(text)
                + zone.map(course -> " is no time: write it like 2026-12-04 23:58, which is in " + course
                                + " as the policy says, or with an offset from UTC, like 2026-12-04T23:58:00-05:00")
                        .orElse(" is no time with its offset from UTC: write it like 2026-12-04T23:58:00-05:00 or"
                                + " 2026-12-05T04:58:00Z"));
    }
}
