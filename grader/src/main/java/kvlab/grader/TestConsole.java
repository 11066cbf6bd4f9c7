package kvlab.grader;

import java.io.PrintStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kvlab.grader.run.SuiteLauncher;
import kvlab.schedule.ConsoleListener;
import kvlab.schedule.ScheduleListener;
import kvlab.schedule.Verdict;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What {@code kvlab test} shows: the handout's lines, which the harness prints, and around them, when there is more
 * than one schedule, how far a test is and how many of its schedules failed.
 */
final class TestConsole implements ScheduleListener {

    private final PrintStream out;
    private final int schedules;
    private final ProgressLine progress;
    private final SortedSet<Long> failedSeeds = new TreeSet<>();
    private int ended;
    private int passedTests;

    /** @param terminal whether a line may be drawn over */
    TestConsole(PrintStream out, int schedules, boolean terminal) {
        this.out = out;
        this.schedules = schedules;
        this.progress = new ProgressLine(out, terminal && schedules > 1);
    }

    /** In the order in which they must be registered: the platform tells of an end in reverse. */
    List<TestExecutionListener> listeners() {
        return List.of(new AfterHandout(), new ConsoleListener(out), new BeforeHandout());
    }

    boolean allPassed(int tests) {
        return passedTests == tests;
    }

    @Override
    public void scheduleEnded(int test, long seed, Verdict verdict) {
        ended++;
        if (!(verdict instanceof Verdict.Passed)) {
            failedSeeds.add(seed);
        }
        progress.show("TEST " + test + ": " + ended + " of " + schedules + " schedules"
                + (failedSeeds.isEmpty() ? "" : ", " + failedSeeds.size() + " failed"));
    }

    private final class BeforeHandout implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier identifier) {
            ended = 0;
            failedSeeds.clear();
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            progress.clear();
        }
    }

    private final class AfterHandout implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (SuiteLauncher.testNumber(identifier).isEmpty()) {
                return;
            }
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passedTests++;
            } else if (schedules > 1 && !failedSeeds.isEmpty()) {
                out.println("  " + failedSeeds.size() + " of " + schedules + " schedules failed"
                        + (ended < schedules ? " (" + (schedules - ended) + " not run)" : "")
                        + ", the first with seed " + failedSeeds.first());
            }
        }
    }
}
