package kvlab.grader.cli;

import java.io.PrintStream;
import java.util.List;
import kvlab.junit.ConsoleListener;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.shrink.Shrunk;

/** What a command says of one schedule that it ran. */
final class ReplayReport {
    private static final int MAX_MISSING = 5;

    private final PrintStream out;
    private final ReplayLine line;
    private final TestCase test;
    private final String testCommand;

    /** @param testCommand as {@link OneSchedule#testCommand} */
    ReplayReport(PrintStream out, ReplayLine line, TestCase test, String testCommand) {
        this.out = out;
        this.line = line;
        this.test = test;
        this.testCommand = testCommand;
    }

    /**
     * Prints what became of the schedule.
     *
     * @param elements those of its run
     */
    void print(Verdict verdict, Elements elements) {
        out.println("TEST " + test.number() + ": " + test.title());
        out.println(words(test, verdict));
        if (!(verdict instanceof Verdict.Passed)) {
            verdict.detail().lines().forEach(detail -> out.println("    " + detail));
        }
        if (!line.reduction().isNone()) {
            printCourse(verdict, elements);
        }
    }

    /** The verdict in a line, as {@code kvlab test} words it. */
    static String words(TestCase test, Verdict verdict) {
        return "TEST " + test.number() + " "
                + (verdict instanceof Verdict.Passed
                        ? "Passed"
                        : ConsoleListener.word(verdict) + ": " + verdict.message());
    }

    static int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            return ExitCode.OK;
        }
        return verdict instanceof Verdict.InfrastructureError ? ExitCode.KIT_FAILED : ExitCode.TEST_FAILED;
    }

    /** Whether the schedule takes the course that it took when it was made smaller, as far as its line tells. */
    private void printCourse(Verdict verdict, Elements elements) {
        boolean passed = verdict instanceof Verdict.Passed;
        if (passed) {
            out.println("  note: the smaller schedule no longer fails. That the whole one passes, too, shows "
                    + ReplayLine.of(test, line.seed()).command(testCommand));
        } else if (Shrunk.findingCode(verdict) != line.finding()) {
            out.println("  note: the schedule fails in another way than when its line was made");
        }
        List<Element> missing = line.reduction().missingIn(elements);
        if (!missing.isEmpty()) {
            out.println(
                    "  note: the code has changed: the schedule takes another course, in which these do not occur:");
            missing.stream().limit(MAX_MISSING).forEach(element -> out.println("    " + element));
            if (missing.size() > MAX_MISSING) {
                out.println("    and " + (missing.size() - MAX_MISSING) + " more");
            }
        }
    }
}
