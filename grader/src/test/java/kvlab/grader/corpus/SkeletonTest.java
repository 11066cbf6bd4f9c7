package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What students begin with fails, and tells them where to begin. */
class SkeletonTest {
    private final ScheduleRunner runner =
            new ScheduleRunner(new World(), CorpusServer.skeleton().load());

    @TestFactory
    Stream<DynamicTest> failsAllNineTestsAndSaysWhatToDoFirst() {
        return CoreTest.all().stream()
                .map(test -> DynamicTest.dynamicTest(test.toString(), () -> assertSaysWhatToDo(test)));
    }

    private void assertSaysWhatToDo(CoreTest test) {
        Verdict verdict = runner.run(test.scenario(), test.servers(), 1);
        boolean helps = verdict instanceof Verdict.Failed
                && verdict.message().contains(" is not written yet: ")
                && verdict.message().contains("KvServer.java:");
        assertTrue(helps, () -> "a student would read: " + verdict);
    }
}
