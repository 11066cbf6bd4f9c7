package kvlab.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-04T23:59:00, 0
            2026-12-05T00:09:00, 0
            2026-12-05T00:09:01, 1
            2026-12-06T00:09:00, 1
            2026-12-06T00:09:01, 2
            2026-12-08T00:09:00, 3
            2026-12-08T00:09:01, 4
            2026-11-01T00:00:00, 0
            """)
    void eachDayBegunAfterTheGraceIsADayLate(String submitted, int days) {
        Due due = new Due(zurich("2026-12-04T23:59:00"), Duration.ofMinutes(10));
        assertEquals(days, due.lateDays(zurich(submitted).toInstant()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-10-24T18:00:00, 2026-10-25T18:00:00, 1
            2026-10-24T18:00:00, 2026-10-25T18:00:01, 2
            2027-03-27T18:00:00, 2027-03-28T18:00:00, 1
            2027-03-27T18:00:00, 2027-03-28T18:00:01, 2
            2027-03-27T02:30:00, 2027-03-28T03:30:00, 1
            2027-03-27T02:30:00, 2027-03-28T03:30:01, 2
            """)
    void aDayEndsAtTheSameTimeByTheClockAlsoWhenClocksAreChanged(String due, String submitted, int days) {
        assertEquals(
                days,
                new Due(zurich(due), Duration.ZERO).lateDays(zurich(submitted).toInstant()));
    }

    private static ZonedDateTime zurich(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Zurich"));
    }
}
