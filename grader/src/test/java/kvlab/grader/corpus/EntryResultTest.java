package kvlab.grader.corpus;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.TestOutcome;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

/** What is said of an entry that does not do what was expected of it. */
class EntryResultTest {
    private static final LabSuite CORE = LabSuite.named("core").orElseThrow();

    private static final String REPLAY =
            "\n  replay: ./kvlab corpus --extract x DIR && ./kvlab test DIR --test 4 --seed 7" + " --edition "
                    + CORE.test(4).suite().edition();

    private static final TestSummary PASSED = new TestSummary(CORE.test(4), 100, 0, Optional.empty(), List.of());
    private static final TestSummary REMARKED =
            new TestSummary(CORE.test(4), 3, 0, Optional.empty(), List.of(saying("keeps too much")));
    private static final TestSummary FAILED = new TestSummary(
            CORE.test(4),
            7,
            1,
            Optional.of(new TestOutcome.Failure(7, new Verdict.Failed(saying("lost a write"), ""))),
            List.of());

    @Test
    void aCatchCountsOnlyForItsReason() {
        Expectation lost = new Expectation.CaughtBy("core", 4, "lost a");
        Expectation hang = new Expectation.CaughtBy("core", 4, "never answered");
        assertUnmet(lost, FAILED);
        assertUnmet(hang, FAILED, "core 4 should say \"never answered\", but says: lost a write" + REPLAY);
        assertUnmet(lost, PASSED, "core 4 did not catch it in 100 schedules; it should, because \"lost a\"");
    }

    @Test
    void aRemarkCountsOnlyIfTheTestPasses() {
        Expectation remark = new Expectation.ReportedBy("core", 4, "too much");
        assertUnmet(remark, REMARKED);
        assertUnmet(remark, PASSED, "core 4 should remark \"too much\", but of 100 schedules it says nothing");
        assertUnmet(remark, FAILED, "core 4 should pass, with a remark, but says: lost a write" + REPLAY);
    }

    @Test
    void aRefusalCountsOnlyForItsReason() {
        Expectation clock = new Expectation.Refused("Use context.now().");
        assertEquals(List.of(), wrong(clock, Optional.of("line 4: Use context.now()."), List.of()));
        assertEquals(
                List.of("the refusal should say \"Use context.now().\", but says: no class"),
                wrong(clock, Optional.of("no class"), List.of()));
        assertUnmet(clock, PASSED, "it was not refused; it should be, because \"Use context.now().\"");
    }

    @Test
    void whatIsRefusedIsNotCaughtByATest() {
        assertEquals(
                List.of("no test could say \"lost a\", because it was refused: no class"),
                wrong(new Expectation.CaughtBy("core", 4, "lost a"), Optional.of("no class"), List.of()));
    }

    @Test
    void aCorrectEntryIsHeldToEveryTest() {
        assertEquals(
                List.of("it is correct, but core 4 did not pass in 1 of 7 schedules: lost a write" + REPLAY),
                unmet(CorpusEntry.Kind.CORRECT, List.of(), Optional.empty(), List.of(PASSED, FAILED)));
        assertEquals(
                List.of("it is correct, but was refused: no class"),
                unmet(CorpusEntry.Kind.CORRECT, List.of(), Optional.of("no class"), List.of()));
    }

    private static void assertUnmet(Expectation expected, TestSummary summary, String... words) {
        TestSummary ofAnotherTest = new TestSummary(CORE.test(5), 1, 0, Optional.empty(), List.of());
        assertEquals(List.of(words), wrong(expected, Optional.empty(), List.of(ofAnotherTest, summary)));
    }

    private static List<String> wrong(Expectation expected, Optional<String> refusal, List<TestSummary> summaries) {
        return unmet(CorpusEntry.Kind.WRONG, List.of(expected), refusal, summaries);
    }

    private static List<String> unmet(
            CorpusEntry.Kind kind, List<Expectation> expected, Optional<String> refusal, List<TestSummary> summaries) {
        CorpusEntry entry = new CorpusEntry(
                kind,
                "x",
                "wrong/x",
                List.of(),
                "",
                List.of(),
                List.of("KvServer.java"),
                List.of("core"),
                expected,
                false);
        return new EntryResult(entry, refusal, summaries).unmet();
    }
}
