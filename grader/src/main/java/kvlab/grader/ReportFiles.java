package kvlab.grader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.report.html.HtmlReport;
import kvlab.grader.result.SubmissionResult;

/** The reports on all results of a directory, as files below it. */
final class ReportFiles {

    static final Path INDEX = Path.of("report", HtmlReport.INDEX);

    private final Path directory;

    ReportFiles(Path results) {
        this.directory = results.resolve(INDEX).getParent();
    }

    /** Makes all reports again. */
    void write(List<SubmissionResult> results) throws IOException {
        new HtmlReport().write(directory, results);
    }
}
