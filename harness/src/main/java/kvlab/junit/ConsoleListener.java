package kvlab.junit;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints the lines of the labs' handouts as tests begin and end. Says nothing of other tests. */
public final class ConsoleListener implements TestExecutionListener {
    private final PrintStream out;
    private final boolean placesPrints;
    private Runnable restoreOutput = () -> {};
    private final Map<String, String> published = new TreeMap<>();
    private long begun;
    private int passed;
    private int notPassed;

    /** Prints to standard output; for the JUnit Platform, which finds this listener by itself. */
    public ConsoleListener() {
        this(System.out, true);
    }

    /** Prints to this stream, and leaves the standard ones alone. */
    public ConsoleListener(PrintStream out) {
        this(out, false);
    }

    private ConsoleListener(PrintStream out, boolean placesPrints) {
        this.out = out;
        this.placesPrints = placesPrints;
    }

    /** The lines of one test. */
    private interface Lines {
        String begun();

        String passed(Map<String, String> published, double realSeconds);

        String notPassed(String word, String message);
    }

    private record AsCore(int number, String title) implements Lines {
        @Override
        public String begun() {
            return "TEST " + number + ": " + title;
        }

        @Override
        public String passed(Map<String, String> published, double realSeconds) {
            return "TEST " + number + " Passed";
        }

        @Override
        public String notPassed(String word, String message) {
            return "TEST " + number + " " + word + ": " + message;
        }
    }

    /** The form of the original suite, to whose last line the number that {@code --test} takes is added. */
    private record AsExtended(int number, String title) implements Lines {
        @Override
        public String begun() {
            return "Test: " + title + " ...";
        }

        @Override
        public String passed(Map<String, String> published, double realSeconds) {
            return String.format(
                    Locale.ROOT,
                    "  ... Passed -- %s   (--test %d, %.2f s real)",
                    published.getOrDefault(Tally.FIGURES, ""),
                    number,
                    realSeconds);
        }

        @Override
        public String notPassed(String word, String message) {
            return "  ... " + word + ": " + message;
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (placesPrints) {
            restoreOutput = PlacedOutput.install();
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        lines(identifier).ifPresent(lines -> {
            published.clear();
            begun = System.nanoTime();
            out.println(lines.begun());
        });
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        if (lines(identifier).isPresent()) {
            published.putAll(entry.getKeyValuePairs());
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        lines(identifier).ifPresent(lines -> {
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed++;
                out.println(lines.passed(published, (System.nanoTime() - begun) / 1e9));
                published.getOrDefault(Tally.REMARKS, "").lines().forEach(line -> out.println("  note: " + line));
            } else {
                notPassed++;
                printFailure(lines, result.getThrowable().orElse(null));
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        restoreOutput.run();
        if (passed + notPassed > 0) {
            out.println(notPassed == 0 ? "ALL TESTS PASSED" : "TESTS FAILED");
        }
    }

    private void printFailure(Lines lines, Throwable thrown) {
        if (!(thrown instanceof SchedulesFailed failed)) {
            out.println(lines.notPassed("Error", "the kit itself failed: " + thrown));
            return;
        }
        SchedulesFailed.Outcome outcome = failed.outcome();
        Verdict verdict = outcome.first().verdict();
        out.println(lines.notPassed(word(verdict), verdict.message()));
        out.println("  replay: " + outcome.replay());
        if (outcome.schedules() > 1 && !(verdict instanceof Verdict.Refused)) {
            out.println("  " + outcome.notPassed().size() + " of " + outcome.schedules()
                    + " schedules did not pass; the first has seed "
                    + outcome.first().seed());
        }
        outcome.story().lines().forEach(line -> out.println("  " + line));
        verdict.detail().lines().forEach(line -> out.println("    " + line));
    }

    /** The word for a verdict other than passed. */
    public static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Undecided) {
            return "Undecided";
        }
        return verdict instanceof Verdict.InfrastructureError ? "Error" : "Failed";
    }

    private static Optional<Lines> lines(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(TestOfMethod::find)
                .map(ConsoleListener::lines);
    }

    private static Lines lines(TestCase test) {
        return test.suite().form() == Suite.Form.CORE
                ? new AsCore(test.number(), test.title())
                : new AsExtended(test.number(), test.title());
    }
}
