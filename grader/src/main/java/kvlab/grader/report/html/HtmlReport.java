package kvlab.grader.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.FilePerSubmission;

/** All pages about a class. Equal results give byte-identical pages. */
public final class HtmlReport {

    /** The class with names, for the TA. */
    public static final String INDEX = "index.html";

    /** The package of the classes generated from {@code src/main/jte}. */
    private static final String PACKAGE = "kvlab.grader.report.html.template";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
    private final StyleSheet style = StyleSheet.load();

    /**
     * Writes {@code index.html} for the TA, {@code class.html} to show in class, and each submission twice: {@code
     * students/<submission>.html} to hand to its student, {@code submissions/<submission>.html} for the TA. Pages of
     * submissions that are no longer among the results are deleted.
     *
     * @param directory created if missing
     * @throws IllegalArgumentException if a submission's name is not valid as a file name
     */
    public void write(Path directory, List<SubmissionResult> results) throws IOException {
        List<SubmissionResult> byName = results.stream()
                .sorted(Comparator.comparing(SubmissionResult::submission))
                .toList();
        Files.createDirectories(directory);
        writeClass(directory.resolve(INDEX), Audience.STAFF, byName);
        writeClass(directory.resolve("class.html"), Audience.EVERYONE, byName);
        writeEach(directory.resolve("students"), Audience.OWNER, byName);
        writeEach(directory.resolve("submissions"), Audience.STAFF, byName);
    }

    private void writeClass(Path file, Audience audience, List<SubmissionResult> results) throws IOException {
        Files.write(file, render("class.jte", ClassPage.of(audience, results)).getBytes(StandardCharsets.UTF_8));
    }

    private void writeEach(Path directory, Audience audience, List<SubmissionResult> results) throws IOException {
        // submission.jte writes this mark.
        new FilePerSubmission(directory, ".html", name -> "<main data-submission=\"" + name + "\">")
                .write(results, result -> render("submission.jte", SubmissionPage.of(audience, result)));
    }

    /** Renders a page with a template: every text is made {@linkplain Visible visible}, then escaped. */
    private String render(String template, Object page) {
        StringOutput text = new StringOutput();
        templates.render(template, Map.of("page", page, "style", style), new OwaspHtmlTemplateOutput(text) {
            @Override
            public void writeUserContent(String content) {
                super.writeUserContent(content == null ? null : Visible.text(content));
            }
        });
        return text.toString();
    }
}
