package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.PlainText;
import kvlab.grader.roster.Overrides;
import kvlab.grader.roster.UnusableTableException;

/** The staff's changes to scores, beside the results. */
final class OverrideFile {

    private final Overrides overrides;

    private OverrideFile(Overrides overrides) {
        this.overrides = overrides;
    }

    /**
     * @param results the directory of results
     * @throws WrongUseException if there is such a file, and it has errors
     */
    static OverrideFile in(Path results) throws IOException {
        try {
            return new OverrideFile(Overrides.in(results));
        } catch (UnusableTableException e) {
            throw new WrongUseException(e.getMessage());
        }
    }

    List<SubmissionResult> applyTo(List<SubmissionResult> results) {
        return overrides.applyTo(results).results();
    }

    /**
     * Says what was changed in all results of the directory, and what could not be.
     *
     * @param routine for the first
     * @param important for the second
     */
    void tell(List<SubmissionResult> all, PrintStream routine, PrintStream important) {
        if (overrides.rows().isEmpty()) {
            return;
        }
        routine.println(overrides.file() + ": " + overrides.rows().size()
                + (overrides.rows().size() == 1 ? " row" : " rows")
                + " of changes and comments by hand, in the table and all reports");
        overrides.applyTo(all).notes().forEach(note -> important.println("note: " + PlainText.line(note)));
    }
}
