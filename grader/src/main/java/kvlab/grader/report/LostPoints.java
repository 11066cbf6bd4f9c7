package kvlab.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.TestResult;
import kvlab.grader.grade.result.VerdictName;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.Adjustment;

/** Why a score is not full marks, as far as the policy lets a student know. */
public final class LostPoints {

    private LostPoints() {}

    /** A line for each reason, in plain text without control characters; none if nothing was lost. */
    public static List<String> inWords(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        List<String> lines = new ArrayList<>();
        refusal(whole)
                .ifPresentOrElse(
                        lines::add,
                        () -> result.tests().stream()
                                .filter(test -> test.verdict() != VerdictName.PASSED)
                                .forEach(test -> lines.add(inWords(test))));
        result.adjustments().forEach(adjustment -> lines.add(inWords(adjustment)));
        return lines;
    }

    /** One test that did not pass: which, how, what it earned, and the first line of what went wrong. */
    public static String inWords(TestResult test) {
        String message = test.firstFailure()
                .map(failure -> ": " + PlainText.line(failure.message()))
                .orElse("");
        return named(test) + " " + test.verdict().inFiles() + ", " + Points.text(test.earned()) + " of "
                + Points.text(test.worth()) + " points" + message;
    }

    /** Which test it is: suite, number and title. */
    public static String named(TestResult test) {
        return test.suite() + " " + test.number() + " (" + test.title() + ")";
    }

    /** What is given or taken beside the tests. */
    public static String inWords(Adjustment adjustment) {
        String sign = adjustment.points().signum() > 0 ? "+" : "";
        return PlainText.line(adjustment.reason()) + ": " + sign + Points.text(adjustment.points());
    }

    /** A submission that is refused is refused as a whole, for one reason, which is no secret of any test. */
    private static Optional<String> refusal(SubmissionResult result) {
        return result.tests().stream()
                .filter(test -> test.verdict() == VerdictName.REFUSED)
                .flatMap(test -> test.firstFailure().stream())
                .map(failure -> StudentView.told(result, failure))
                .map(failure -> "refused: " + PlainText.line(failure.message()))
                .findFirst();
    }
}
