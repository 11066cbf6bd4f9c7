package kvlab.grader.execute;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class TestOutcomeTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("wrong value"), "");
    private static final Verdict HUNG = new Verdict.TimedOut(saying("stands still"), "");
    private static final Verdict UNDECIDED = new Verdict.Undecided(saying("too long"), "");

    private final TestCase test = LabSuite.named("core").orElseThrow().test(1);

    @Test
    void passesOnlyIfEveryScheduleDid() {
        assertInstanceOf(Verdict.Passed.class, outcome(PASSED, PASSED, PASSED).verdict());
        assertThrows(IllegalArgumentException.class, () -> TestOutcome.of(test, new Seeds(7, 4), from(7, PASSED)));
    }

    @Test
    void theFirstFailureIsTheOneWithTheLowestSeed() {
        TestOutcome outcome = outcome(PASSED, FAILED, FAILED);
        assertEquals(8, outcome.firstFailure().orElseThrow().seed());
        assertEquals(2, outcome.failedSchedules());
        assertEquals(3, outcome.schedulesRun());
    }

    @Test
    void seedsAboveAHangDoNotCountEvenIfTheyFinished() {
        TestOutcome outcome = outcome(PASSED, HUNG, FAILED);
        assertEquals(2, outcome.schedulesRun());
        assertEquals(1, outcome.failedSchedules());
        assertEquals(HUNG, outcome.verdict());
    }

    @Test
    void aFailureOutweighsWhatCouldNotBeDecidedBeforeIt() {
        assertEquals(FAILED, outcome(UNDECIDED, PASSED, FAILED).verdict());
        TestOutcome outcome = outcome(PASSED, UNDECIDED, PASSED);
        assertEquals(UNDECIDED, outcome.verdict());
        assertEquals(0, outcome.failedSchedules());
        assertFalse(outcome.isDecided());
        assertTrue(outcome(PASSED, PASSED, FAILED).isDecided());
    }

    @Test
    void afterEnoughFailuresNoSeedCounts() {
        TestOutcome outcome = TestOutcome.of(
                test, new Seeds(7, 6, StopRule.afterFailures(2)), from(7, FAILED, PASSED, FAILED, FAILED, HUNG));
        assertEquals(3, outcome.schedulesRun());
        assertEquals(2, outcome.failedSchedules());
        assertEquals(FAILED, outcome.verdict());
    }

    @Test
    void enoughFailuresAreOnesWithoutALowerSeedThatIsMissing() {
        SortedMap<Long, Verdict> withGap = from(7, FAILED, PASSED, FAILED);
        withGap.remove(8L);
        assertFalse(new Seeds(7, 6, StopRule.afterFailures(2)).areSettledBy(withGap));
        assertTrue(new Seeds(7, 6, StopRule.afterFailures(2)).areSettledBy(from(7, FAILED, PASSED, FAILED)));
        assertFalse(new Seeds(7, 6).areSettledBy(from(7, FAILED, PASSED, FAILED)));
    }

    private TestOutcome outcome(Verdict... verdicts) {
        return TestOutcome.of(test, new Seeds(7, verdicts.length), from(7, verdicts));
    }

    static SortedMap<Long, Verdict> from(long first, Verdict... verdicts) {
        SortedMap<Long, Verdict> bySeed = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            bySeed.put(first++, verdict);
        }
        return bySeed;
    }
}
