package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kvlab.grader.intake.ClassFolder;
import kvlab.grader.intake.HandIn;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;

class SelectedUploadTest {

    private static final Policy DUE = PolicyFixture.policy(PolicyFixture.MINIMUM + """
            due: { at: 2026-12-04 12:00, zone: UTC }
            late: { percent-per-day: 10, most-days: 3 }
            """);
    private static final Policy NEVER_LATE = PolicyFixture.policy(PolicyFixture.MINIMUM);

    private static final HandIn FIRST = handIn("first", "2026-12-04T10:00:00Z");
    private static final HandIn IN_TIME = handIn("in time", "2026-12-04T12:00:00Z");
    private static final HandIn LATE = handIn("late", "2026-12-04T12:00:01Z");
    private static final HandIn LATER = handIn("later", "2026-12-06T12:00:01Z");

    @Test
    void theLastThatIsInTimeCountsAndThoseAfterItAreNamed() {
        SelectedUpload counting = count(DUE, FIRST, IN_TIME, LATE, LATER);
        assertEquals(IN_TIME, counting.handIn());
        assertEquals(3, counting.notes().size());
        assertTrue(counting.notes().get(1).startsWith("late came late and is not graded"), "" + counting.notes());
        assertTrue(counting.notes().get(2).startsWith("later came late and is not graded"), "" + counting.notes());
    }

    @Test
    void ifNoneIsInTimeTheLastCounts() {
        assertEquals(LATER, count(DUE, LATE, LATER).handIn());
    }

    @Test
    void whereNothingIsLateTheLastCounts() {
        SelectedUpload counting = count(NEVER_LATE, FIRST, LATER);
        assertEquals(LATER, counting.handIn());
        assertEquals(List.of("the student handed in 2 times; later counts"), counting.notes());
    }

    @Test
    void whereNobodySaysWhenTheLastCounts() {
        HandIn one = HandIn.at(Path.of("one"));
        HandIn two = HandIn.at(Path.of("two"));
        assertEquals(two, count(DUE, one, two).handIn());
        assertEquals(List.of(), count(DUE, one).notes());
    }

    private static HandIn handIn(String path, String time) {
        return HandIn.at(Path.of(path)).at(Instant.parse(time));
    }

    private static SelectedUpload count(Policy policy, HandIn... handIns) {
        return SelectedUpload.of(new ClassFolder.Pile(handIns[0].student(), Arrays.asList(handIns)), policy);
    }
}
