package kvlab.grader.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.FilePerSubmission;

/** All pages about a class. Equal results give equal pages, to the byte. */
public final class HtmlReport {

    /** The class with names, for the TA. */
    public static final String INDEX = "index.html";

    private static final String CLASS = "class.html";
    private static final String STUDENTS = "students";
    private static final String SUBMISSIONS = "submissions";
    private static final String ENDING = ".html";

    private final Templates templates = new Templates();

    /**
     * Writes {@code index.html} for the TA, {@code class.html} to show in class, and each submission twice:
     * {@code students/<submission>.html} to hand to its student, {@code submissions/<submission>.html} for the TA. Its pages
     * of submissions that are no longer among the results go.
     *
     * @param directory which is made if it is not there
     * @throws IllegalArgumentException if a submission's name is not fit to be a file's
     */
    public void write(Path directory, List<SubmissionResult> results) throws IOException {
        List<SubmissionResult> byName = results.stream()
                .sorted(Comparator.comparing(SubmissionResult::submission))
                .toList();
        Files.createDirectories(directory);
        put(directory.resolve(INDEX), templates.render("class.jte", ClassPage.of(Audience.STAFF, byName)));
        put(directory.resolve(CLASS), templates.render("class.jte", ClassPage.of(Audience.EVERYONE, byName)));
        each(directory.resolve(STUDENTS), Audience.OWNER, byName);
        each(directory.resolve(SUBMISSIONS), Audience.STAFF, byName);
    }

    private void each(Path directory, Audience audience, List<SubmissionResult> results) throws IOException {
        new FilePerSubmission(directory, ENDING, HtmlReport::mark)
                .write(results, result -> templates.render("submission.jte", SubmissionPage.of(audience, result)));
    }

    /** As {@code submission.jte} has it. */
    private static String mark(String submission) {
        return "<main data-submission=\"" + submission + "\">";
    }

    private static void put(Path file, String page) throws IOException {
        Files.write(file, page.getBytes(StandardCharsets.UTF_8));
    }
}
