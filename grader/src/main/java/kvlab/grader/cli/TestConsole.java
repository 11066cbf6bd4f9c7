package kvlab.grader.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.SuiteLauncher;
import kvlab.junit.ConsoleListener;
import kvlab.junit.ScheduleListener;
import kvlab.junit.SchedulesFailed;
import kvlab.schedule.Ended;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.Verdict;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The output of {@code kvlab test}: the handout's lines, which the harness prints, and on a terminal the progress of a
 * test.
 */
final class TestConsole implements ScheduleListener, TestExecutionListener {

    private final PrintStream out;
    private final int schedules;
    private final ProgressLine progress;
    private int ended;
    private int notPassed;
    private int exitCode = ExitCode.OK;
    private Optional<ReplayLine> failed = Optional.empty();

    TestConsole(PrintStream out, int schedules) {
        this.out = out;
        this.schedules = schedules;
        this.progress = new ProgressLine(out);
    }

    /**
     * The listeners in the order of registration: the platform reports ends in reverse order, and the progress line
     * must be cleared before anything else is printed.
     */
    List<TestExecutionListener> listeners() {
        return List.of(new ConsoleListener(out), this);
    }

    int exitCode() {
        return exitCode;
    }

    /** The first schedule of the first test that failed. */
    Optional<ReplayLine> failed() {
        return failed;
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
            if (decided && failed.isEmpty()) {
                failed = result.getThrowable()
                        .map(thrown -> ((SchedulesFailed) thrown).outcome().line());
            }
            exitCode = Math.max(exitCode, decided ? ExitCode.TEST_FAILED : ExitCode.KIT_FAILED);
        }
    }

    private static boolean isDecided(Throwable thrown) {
        return thrown instanceof SchedulesFailed failed
                && failed.outcome().notPassed().stream()
                        .map(Ended::verdict)
                        .noneMatch(verdict ->
                                verdict instanceof Verdict.Undecided || verdict instanceof Verdict.InfrastructureError);
    }
}
