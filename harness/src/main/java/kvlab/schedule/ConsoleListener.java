package kvlab.schedule;

import java.io.PrintStream;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints the handout's lines as lab tests begin and end. Says nothing of other tests. */
public final class ConsoleListener implements TestExecutionListener {
    private final PrintStream out;
    private int passed;
    private int notPassed;

    /** Prints to standard output; for the JUnit Platform, which finds this listener by itself. */
    public ConsoleListener() {
        this(System.out);
    }

    public ConsoleListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        labTest(identifier).ifPresent(test -> out.println("TEST " + test.number() + ": " + test.title()));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        labTest(identifier).ifPresent(test -> {
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed++;
                out.println("TEST " + test.number() + " Passed");
            } else {
                notPassed++;
                printFailure(test, result.getThrowable().orElse(null));
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (passed + notPassed > 0) {
            out.println(notPassed == 0 ? "ALL TESTS PASSED" : "TESTS FAILED");
        }
    }

    private void printFailure(LabTest test, Throwable thrown) {
        if (!(thrown instanceof SchedulesFailed failed)) {
            out.println("TEST " + test.number() + " Failed: the kit itself failed: " + thrown);
            return;
        }
        SchedulesFailed.Outcome outcome = failed.outcome();
        Verdict verdict = outcome.first().verdict();
        out.println("TEST " + test.number() + " " + word(verdict) + ": " + verdict.message());
        out.println("  replay: " + outcome.replay());
        if (outcome.schedules() > 1 && !(verdict instanceof Verdict.Refused)) {
            out.println("  " + outcome.notPassed().size() + " of " + outcome.schedules()
                    + " schedules did not pass; the first has seed "
                    + outcome.first().seed());
        }
        verdict.detail().lines().forEach(line -> out.println("    " + line));
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Undecided) {
            return "Undecided";
        }
        return verdict instanceof Verdict.InfrastructureError ? "Error" : "Failed";
    }

    private static Optional<LabTest> labTest(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(LabTest.class));
    }
}
