package kvlab.grader.export.ci;

import java.util.ArrayList;
import java.util.List;
import kvlab.grader.check.CompileError;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;

/**
 * Results as workflow commands that GitHub shows as annotations of a job: lost points and undecided tests. What has a
 * place in the source is shown there.
 *
 * @param sources finds a submission's file
 */
public record GithubAnnotations(Sources sources) {

    /** Finds files by the names that diagnostics give them. */
    @FunctionalInterface
    public interface Sources {
        /** The file's path from the root of its repository; the name alone if it is not found. */
        String path(SubmissionResult result, String name);
    }

    /** GitHub's limit for each kind of annotation; it drops further ones. */
    private static final int MAX_COUNT = 10;

    /** @param place properties of the command, each with a comma at its end; empty if there is none */
    private record Annotation(String place, String title, String message) {

        Annotation(String title, String message) {
            this("", title, message);
        }
    }

    /** The lines for the part that the policy shows to students. */
    public List<String> lines(List<SubmissionResult> results) {
        List<Annotation> errors = new ArrayList<>();
        List<Annotation> warnings = new ArrayList<>();
        for (SubmissionResult whole : results) {
            SubmissionResult result = StudentView.of(whole);
            result.compileErrors().forEach(error -> errors.add(annotation(result, error)));
            for (TestResult test : result.tests()) {
                if (!test.isDecided()) {
                    warnings.add(new Annotation(ResultWords.name(test), ResultWords.lostPoints(test)));
                } else if (test.verdict() != VerdictName.PASSED && test.verdict() != VerdictName.REFUSED) {
                    errors.add(new Annotation(place(result, test), ResultWords.name(test), explanation(test)));
                }
            }
            result.tests().stream()
                    .filter(test -> test.verdict() == VerdictName.REFUSED)
                    .findFirst()
                    .ifPresent(test -> ResultWords.lostPoints(whole)
                            .forEach(line ->
                                    errors.add(new Annotation(place(result, test), result.submission(), line))));
        }
        List<String> lines = new ArrayList<>(written("error", errors));
        lines.addAll(written("warning", warnings));
        return lines;
    }

    private Annotation annotation(SubmissionResult result, CompileError error) {
        String title = error.file() + (error.line() == 0 ? "" : ", line " + error.line());
        String column = error.line() == 0 || error.column() < 1 ? "" : "col=" + error.column() + ",";
        return new Annotation(
                place(result, error.file(), error.line()) + column,
                PlainText.line(title),
                PlainText.lines(error.rendered()));
    }

    private String place(SubmissionResult result, TestResult test) {
        return test.firstFailure()
                .flatMap(failure -> failure.diagnostic().place())
                .map(place -> place(result, place.file(), place.line()))
                .orElse("");
    }

    private String place(SubmissionResult result, String name, long line) {
        return name.isEmpty()
                ? ""
                : "file=" + property(PlainText.line(sources.path(result, name))) + ","
                        + (line == 0 ? "" : "line=" + line + ",");
    }

    private static String explanation(TestResult test) {
        return ResultWords.lostPoints(test)
                + test.replay()
                        .map(line -> "\n" + ResultWords.replay(PlainText.line(line)))
                        .orElse("");
    }

    private static List<String> written(String kind, List<Annotation> annotations) {
        List<Annotation> shown = annotations;
        if (annotations.size() > MAX_COUNT) {
            shown = new ArrayList<>(annotations.subList(0, MAX_COUNT - 1));
            shown.add(new Annotation("more", (annotations.size() - MAX_COUNT + 1) + " more are in the job's summary"));
        }
        return shown.stream()
                .map(annotation -> "::" + kind + " " + annotation.place() + "title=" + property(annotation.title())
                        + "::" + data(annotation.message()))
                .toList();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
