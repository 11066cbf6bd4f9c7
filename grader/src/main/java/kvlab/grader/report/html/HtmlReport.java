package kvlab.grader.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.OwnerOnlyFiles;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.FilePerSubmission;
import kvlab.grader.report.GuardedReports;

/** All pages about a class. Equal results give byte-identical pages. */
public final class HtmlReport {

    /** The class with names, for the TA. */
    public static final String INDEX = "index.html";

    /** The package of the classes generated from {@code src/main/jte}. */
    private static final String PACKAGE = "kvlab.grader.report.html.template";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
    private final StyleSheet style = StyleSheet.load();
    private final PicturePages pictures;

    /** Reports without pictures. */
    public HtmlReport() {
        this(result -> Optional.empty());
    }

    /** @param pictures gives that of a result's failure, if there is one */
    public HtmlReport(Function<SubmissionResult, Optional<ResultPicture>> pictures) {
        this.pictures = new PicturePages(pictures);
    }

    /**
     * Writes {@code index.html} for the TA, {@code class.html} to show in class, and each submission twice: {@code
     * students/<submission>.html} to hand to its student, {@code submissions/<submission>.html} for the TA; and the
     * pictures of failures beside them. Pages of submissions that are no longer among the results are deleted. Only their
     * owner can read the files.
     *
     * @param directory created if missing
     * @param reports records the pages that cannot be made, and the submissions that are on none
     */
    public void write(Path directory, List<SubmissionResult> results, GuardedReports reports) throws IOException {
        List<SubmissionResult> byName = results.stream()
                .sorted(Comparator.comparing(SubmissionResult::submission))
                .toList();
        OwnerOnlyFiles.createDirectories(directory);
        writeClass(directory, INDEX, Audience.STAFF, byName, reports);
        writeClass(directory, "class.html", Audience.EVERYONE, byName, reports);
        for (Audience audience : List.of(Audience.OWNER, Audience.STAFF)) {
            pictures.write(directory.resolve(folder(audience)), audience, byName, reports);
        }
        for (Audience audience : List.of(Audience.OWNER, Audience.STAFF)) {
            writeEach(directory, audience, byName, reports);
        }
    }

    /** The folder of the pages of submissions for an audience. */
    static String folder(Audience audience) {
        return audience == Audience.STAFF ? "submissions" : "students";
    }

    private void writeClass(
            Path directory, String name, Audience audience, List<SubmissionResult> results, GuardedReports reports) {
        reports.render(name, results, shown -> render("class.jte", ClassPage.of(audience, shown)))
                .ifPresent(page -> reports.make(
                        name,
                        () -> OwnerOnlyFiles.write(directory.resolve(name), page.getBytes(StandardCharsets.UTF_8))));
    }

    private void writeEach(Path directory, Audience audience, List<SubmissionResult> results, GuardedReports reports)
            throws IOException {
        // submission.jte writes this mark.
        new FilePerSubmission(
                        directory.resolve(folder(audience)), ".html", name -> "<main data-submission=\"" + name + "\">")
                .write(
                        results,
                        result -> render(
                                "submission.jte",
                                SubmissionPage.of(audience, result, pictures.link(directory, audience, result))),
                        reports);
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
