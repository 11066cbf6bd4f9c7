package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;

class SelectedUploadTest {

    private static final Policy DUE = PolicyFixture.policy(PolicyFixture.MINIMUM + """
            due: { at: 2026-12-04 12:00, zone: UTC }
            late: { percent-per-day: 10, most-days: 3 }
            """);
    private static final Policy LAST = PolicyFixture.policy(PolicyFixture.MINIMUM + """
            due: { at: 2026-12-04 12:00, zone: UTC }
            late: { percent-per-day: 10, most-days: 3 }
            hand-in: { counts: last }
            """);
    private static final Policy NEVER_LATE = PolicyFixture.policy(PolicyFixture.MINIMUM);

    private static final Upload FIRST = upload("first", "2026-12-04T10:00:00Z");
    private static final Upload IN_TIME = upload("in time", "2026-12-04T12:00:00Z");
    private static final Upload LATE = upload("late", "2026-12-04T12:00:01Z");
    private static final Upload LATER = upload("later", "2026-12-06T12:00:01Z");
    private static final Upload TOO_LATE = upload("too late", "2026-12-07T12:00:01Z");

    @Test
    void theLastInTimeAndTheLastLateOneMayCountAndTheOthersAreNamed() {
        List<SelectedUpload> selected = candidates(DUE, FIRST, IN_TIME, LATE, LATER);
        assertEquals(
                List.of(IN_TIME, LATER),
                selected.stream().map(SelectedUpload::upload).toList());
        List<Diagnostic> notes = selected.get(0).notes();
        assertEquals(2, notes.size(), notes::toString);
        assertTrue(notes.get(1).message().startsWith("late came late and is not graded"), notes::toString);
    }

    @Test
    void whereOnlyTheLastCountsWhatWasInTimeDoesNot() {
        assertEquals(LATER, count(LAST, FIRST, IN_TIME, LATE, LATER).upload());
    }

    @Test
    void whatIsTooLateDoesNotTakeThePlaceOfWhatIsNot() {
        SelectedUpload selected = count(DUE, IN_TIME, TOO_LATE);
        assertEquals(IN_TIME, selected.upload());
        assertTrue(selected.notes().get(1).message().startsWith("too late came late"), "" + selected.notes());
    }

    @Test
    void ifNoneIsInTimeTheLastCounts() {
        assertEquals(LATER, count(DUE, LATE, LATER).upload());
    }

    @Test
    void whereNothingIsLateTheLastCounts() {
        SelectedUpload selected = count(NEVER_LATE, FIRST, LATER);
        assertEquals(LATER, selected.upload());
        assertEquals(
                "[the student handed in 2 times; later counts]",
                selected.notes().toString());
    }

    @Test
    void whereNobodySaysWhenTheLastCounts() {
        Upload one = Upload.at(Path.of("one"));
        Upload two = Upload.at(Path.of("two"));
        assertEquals(two, count(DUE, one, two).upload());
        assertEquals(List.of(), count(DUE, one).notes());
    }

    private static Upload upload(String path, String time) {
        return Upload.at(Path.of(path)).at(Instant.parse(time));
    }

    private static SelectedUpload count(Policy policy, Upload... uploads) {
        List<SelectedUpload> selected = candidates(policy, uploads);
        assertEquals(1, selected.size());
        return selected.get(0);
    }

    private static List<SelectedUpload> candidates(Policy policy, Upload... uploads) {
        return SelectedUpload.of(new StudentUploads(uploads[0].student(), Arrays.asList(uploads)), policy);
    }
}
