package kvlab.grader.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.grader.result.SubmissionResult;

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
     * {@code students/<submission>.html} to hand to its student, {@code submissions/<submission>.html} for the TA. Pages of
     * submissions that are no longer among the results go.
     *
     * @param directory which is made if it is not there
     * @throws IllegalArgumentException if a submission's name is not fit to be a file's
     */
    public void write(Path directory, List<SubmissionResult> results) throws IOException {
        List<SubmissionResult> byName = results.stream()
                .sorted(Comparator.comparing(SubmissionResult::submission))
                .toList();
        Files.createDirectories(directory);
        put(directory.resolve(INDEX), templates.render("class.jte", ClassPage.of(Audience.TEACHER, byName)));
        put(directory.resolve(CLASS), templates.render("class.jte", ClassPage.of(Audience.CLASS, byName)));
        each(directory.resolve(STUDENTS), Audience.STUDENT, byName);
        each(directory.resolve(SUBMISSIONS), Audience.TEACHER, byName);
    }

    private void each(Path directory, Audience audience, List<SubmissionResult> results) throws IOException {
        Files.createDirectories(directory);
        Map<Path, SubmissionResult> pages = new LinkedHashMap<>();
        results.forEach(result -> pages.put(page(directory, result.submission()), result));
        deleteOthers(directory, pages.keySet());
        for (Map.Entry<Path, SubmissionResult> page : pages.entrySet()) {
            put(page.getKey(), templates.render("submission.jte", SubmissionPage.of(audience, page.getValue())));
        }
    }

    private static Path page(Path directory, String submission) {
        Path page = directory.resolve(submission + ENDING);
        if (submission.isEmpty()
                || !directory.normalize().equals(page.normalize().getParent())) {
            throw new IllegalArgumentException(
                    "\"" + submission + "\" cannot be the name of a page: grade that submission again");
        }
        return page;
    }

    private static void deleteOthers(Path directory, Set<Path> pages) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                if (!pages.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void put(Path file, String page) throws IOException {
        Files.write(file, page.getBytes(StandardCharsets.UTF_8));
    }
}
