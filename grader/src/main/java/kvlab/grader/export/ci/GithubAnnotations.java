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

/** Results as workflow commands that GitHub shows as annotations of a job: lost points and undecided tests. */
public final class GithubAnnotations {

    /** GitHub's limit for each kind of annotation; it drops further ones. */
    private static final int MAX_COUNT = 10;

    private record Annotation(String title, String message) {}

    /** The lines for the part that the policy shows to students. */
    public List<String> lines(List<SubmissionResult> results) {
        List<Annotation> errors = new ArrayList<>();
        List<Annotation> warnings = new ArrayList<>();
        for (SubmissionResult whole : results) {
            SubmissionResult result = StudentView.of(whole);
            result.compileErrors().forEach(error -> errors.add(annotation(error)));
            for (TestResult test : result.tests()) {
                if (!test.isDecided()) {
                    warnings.add(new Annotation(ResultWords.name(test), ResultWords.lostPoints(test)));
                } else if (test.verdict() != VerdictName.PASSED && test.verdict() != VerdictName.REFUSED) {
                    errors.add(new Annotation(ResultWords.name(test), explanation(test)));
                }
            }
            if (result.tests().stream().anyMatch(test -> test.verdict() == VerdictName.REFUSED)) {
                ResultWords.lostPoints(whole).forEach(line -> errors.add(new Annotation(result.submission(), line)));
            }
        }
        List<String> lines = new ArrayList<>(written("error", errors));
        lines.addAll(written("warning", warnings));
        return lines;
    }

    private static Annotation annotation(CompileError error) {
        String place = error.file() + (error.line() == 0 ? "" : ", line " + error.line());
        return new Annotation(PlainText.line(place), PlainText.lines(error.rendered()));
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
                .map(annotation ->
                        "::" + kind + " title=" + property(annotation.title()) + "::" + data(annotation.message()))
                .toList();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
