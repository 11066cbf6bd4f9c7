package kvlab.grader.cli;

import java.io.PrintStream;
import java.util.List;
import kvlab.grader.execute.SuiteLauncher;
import kvlab.schedule.ConsoleListener;
import kvlab.schedule.ScheduleListener;
import kvlab.schedule.SchedulesFailed;
import kvlab.schedule.Verdict;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What {@code kvlab test} shows: the handout's lines, which the harness prints, and on a terminal how far a test of
 * many schedules is.
 */
final class TestConsole implements ScheduleListener, TestExecutionListener {

    private final PrintStream out;
    private final int schedules;
    private final ProgressLine progress;
    private int ended;
    private int notPassed;
    private int exitCode = ExitCode.OK;

    TestConsole(PrintStream out, int schedules) {
        this.out = out;
        this.schedules = schedules;
        this.progress = new ProgressLine(out);
    }

    /**
     * In the order in which they must be registered: the platform tells of an end in reverse, and the progress line must
     * be gone before anything else is printed.
     */
    List<TestExecutionListener> listeners() {
        return List.of(new ConsoleListener(out), this);
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public void scheduleEnded(int test, long seed, Verdict verdict) {
        ended++;
        if (!(verdict instanceof Verdict.Passed)) {
            notPassed++;
        }
        if (schedules > 1) {
            progress.show("TEST " + test + ": " + ended + " of " + schedules + " schedules"
                    + (notPassed == 0 ? "" : ", " + notPassed + " did not pass"));
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        ended = 0;
        notPassed = 0;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        progress.clear();
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            boolean decided = SuiteLauncher.testNumber(identifier).isPresent()
                    && result.getThrowable().filter(TestConsole::isDecided).isPresent();
            exitCode = Math.max(exitCode, decided ? ExitCode.TEST_FAILED : ExitCode.KIT_FAILED);
        }
    }

    private static boolean isDecided(Throwable thrown) {
        return thrown instanceof SchedulesFailed failed
                && failed.outcome().notPassed().stream()
                        .map(SchedulesFailed.Ended::verdict)
                        .noneMatch(verdict ->
                                verdict instanceof Verdict.Undecided || verdict instanceof Verdict.InfrastructureError);
    }
}
