package kvlab.grader.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.export.ci.JunitXml;
import kvlab.grader.export.gradebook.GradeSheet;
import kvlab.grader.grade.result.OwnerOnlyFiles;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.FilePerSubmission;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.html.HtmlReport;

/** The reports on all results of a directory, as files below it. */
final class ReportFiles {

    static final Path INDEX = Path.of("report", HtmlReport.INDEX);

    private static final String GRADES = "grades.csv";

    private final Path results;
    private final Path directory;

    ReportFiles(Path results) {
        this.results = results;
        this.directory = results.resolve(INDEX).getParent();
    }

    /**
     * Writes all reports, and deletes pages and JUnit XML of other results.
     *
     * @param reports records what cannot be made
     */
    void write(List<SubmissionResult> shown, GuardedReports reports) throws IOException {
        new HtmlReport(ResultDirectory.open(results)::pictureOf).write(directory, shown, reports);
        reports.render(GRADES, shown, new GradeSheet()::render)
                .ifPresent(table -> reports.make(GRADES, () -> put(GRADES, table)));
        new FilePerSubmission(file("junit"), ".xml", submission -> "<testsuite name=\"" + submission + "\"")
                .write(shown, new JunitXml()::render, reports);
    }

    /** Writes one report and returns its file. Unpaired surrogates become question marks. */
    Path put(String name, String text) throws IOException {
        Path file = file(name);
        OwnerOnlyFiles.createDirectories(file.getParent());
        OwnerOnlyFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** The path of the report of this name. */
    Path file(String name) {
        return directory.resolve(name);
    }
}
