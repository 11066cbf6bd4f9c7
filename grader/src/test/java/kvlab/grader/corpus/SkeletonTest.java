package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.Intake;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What students begin with fails, and tells them where to begin. */
class SkeletonTest {
    private final LoadedEntry skeleton;

    SkeletonTest() {
        skeleton = LoadedEntry.load(
                new Intake()
                        .read(TestKit.HOME.resolve("skeleton"))
                        .orThrow(AssertionError::new)
                        .files(),
                List.of("core", "extended"),
                new World());
    }

    @TestFactory
    Stream<DynamicTest> failsAllNineTestsAndSaysWhatToDoFirst() {
        return each("core", "KvServer.java:");
    }

    @TestFactory
    Stream<DynamicTest> failsAllFifteenTestsAndSaysWhatToDoFirst() {
        return each("extended", "Clerk.java:");
    }

    private Stream<DynamicTest> each(String suite, String place) {
        return LabSuite.named(suite).orElseThrow().tests().stream()
                .map(test -> DynamicTest.dynamicTest("test " + test.number(), () -> assertSaysWhatToDo(test, place)));
    }

    private void assertSaysWhatToDo(TestCase test, String place) {
        Verdict verdict = skeleton.run(test, 1);
        boolean helps = verdict instanceof Verdict.Failed
                && verdict.message().contains(" is not written yet: ")
                && verdict.message().contains(place);
        assertTrue(helps, () -> "a student would read: " + verdict);
    }
}
