package kvlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.Test;

class GradeTableTest {

    @Test
    void hasALineForEachSubmissionAndTheFirstReasonForLostPoints() {
        assertEquals(
                """
            submission      1     2  score
            alice          ok  HANG  2.5 / 5
            bob            ok     !  at least 2.5 / 5 (not all decided)
            alice: test 2 timed out in 3 of 7 schedules: stands ?[31mstill
            bob: test 2 infrastructure error in 0 of 0 schedules: starting a Java process failed: no memory
            """,
                new GradeTable().render(List.of(ResultFixture.halfRight("alice"), ResultFixture.undecided("bob"))));
    }

    @Test
    void wideAndCombiningCharactersAreCountedAsATerminalShowsThem() {
        assertEquals(6, TextWidth.of("王小明"));
        assertEquals(2, TextWidth.of("e\u0301n"));
        assertEquals("王…", TextWidth.cut("王小明", 4));
        assertEquals("abc", TextWidth.cut("abc", 3));
        List<String> lines = new GradeTable()
                .render(List.of(ResultFixture.passed("王小明"), ResultFixture.passed("alice")))
                .lines()
                .toList();
        assertEquals("王小明         ok    ok  5 / 5", lines.get(1));
        assertEquals("alice          ok    ok  5 / 5", lines.get(2));
    }

    @Test
    void aTableFitsItsTerminalAndLosesNothingButEndsOfNames() {
        List<SubmissionResult> batch = List.of(ResultFixture.passed("a-very-long-name-of-somebody"));
        assertEquals("""
            submission        1     2  score
            a-very-long…     ok    ok  5 / 5
            """, new GradeTable(OptionalInt.of(32)).render(batch));
        assertEquals("""
            submission        1
            a-very-long…     ok
            submission        2  score
            a-very-long…     ok  5 / 5
            """, new GradeTable(OptionalInt.of(30)).render(batch));
    }

    @Test
    void changesAreToldFromWhatToWhat() {
        ScoreChanges changes = new ScoreChanges(List.of(
                new ScoreChanges.Change(ResultFixture.halfRight("alice"), ResultFixture.passed("alice")),
                new ScoreChanges.Change(ResultFixture.passed("bob"), ResultFixture.passed("bob"))));
        assertEquals("""
            graded again, since the submission, what is known of it, the policy or the kit is another than before: 2, of \
            which 1 score changes
              alice: 2.5 / 5 -> 5 / 5
            """, changes.render());
    }
}
