package kvlab.grader.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.OptionalInt;
import kvlab.grader.report.ClassOutcome;
import picocli.CommandLine.Option;

/** What {@code grade} prints, and where. */
final class OutputOptions {

    @Option(
            names = "--json",
            description =
                    "Print one JSON document on all of the class (grader/schema/class-1.schema.json), and what people"
                            + " read to standard error.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only what needs a person. The exit code says the rest.")
    private boolean quiet;

    boolean json() {
        return json;
    }

    /** Whether the table is left out, which says what is for review as well. */
    boolean quiet() {
        return quiet;
    }

    /** For what needs a person. */
    PrintStream important() {
        return json ? System.err : System.out;
    }

    /** For what is worth knowing, but needs nobody. */
    PrintStream routine() {
        return quiet ? new PrintStream(OutputStream.nullOutputStream()) : important();
    }

    /** For what paths are taken for, before anything is graded. */
    PrintStream notices() {
        return quiet ? routine() : System.err;
    }

    /** How wide a table may be; empty if it does not go to a terminal. */
    OptionalInt columns() {
        return json ? OptionalInt.empty() : ProgressLine.columns();
    }

    /** @throws EnvironmentFailureException if standard output does not take it */
    void print(ClassOutcome outcome) {
        System.out.print(outcome.json());
        if (System.out.checkError()) {
            throw new EnvironmentFailureException(
                    "standard output took no JSON document: it is closed, or its disk is full."
                            + " Results and reports are written; with --no-grading the command prints it again");
        }
    }
}
