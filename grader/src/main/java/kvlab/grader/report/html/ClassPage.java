package kvlab.grader.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.ClassSummary;

/**
 * The overview page of a class.
 *
 * @param audience the staff, or everyone
 * @param results by name
 * @param tests the columns of the table
 * @param typical all kinds of failures, those first that most submissions share
 */
public record ClassPage(
        Audience audience, List<SubmissionResult> results, List<TestColumn> tests, List<TypicalFailure> typical) {

    /** The maximum number of kinds of failures shown; further ones are rare. */
    private static final int MAX_FAILURES = 20;

    /** @param results all results; the audience determines what is shown of them */
    static ClassPage of(Audience audience, List<SubmissionResult> results) {
        List<SubmissionResult> shown = audience == Audience.STAFF
                ? results
                : results.stream().map(StudentView::of).toList();
        List<TestColumn> tests = TestColumn.of(shown);
        return new ClassPage(audience, shown, tests, TypicalFailure.of(tests, shown));
    }

    public String title() {
        return results.stream()
                .findFirst()
                .map(result -> result.terms().title())
                .orElse("No submissions");
    }

    /** Whether names, notes and links to single submissions are shown. */
    public boolean showsNames() {
        return audience == Audience.STAFF;
    }

    /** Whether a person should look at it. */
    public static boolean isForReview(SubmissionResult result) {
        return !result.decided() || ClassSummary.isForReview(result);
    }

    /** False if the results are by different policies or seeds, so that they cannot be compared. */
    public boolean comparable() {
        return results.stream()
                .allMatch(result -> result.terms().areComparable(results.get(0).terms()));
    }

    public String fullMarks() {
        return results.stream()
                .findFirst()
                .map(result -> Points.text(result.terms().maxScore())
                        + (result.terms().maxExtraCredit().signum() > 0
                                ? " and " + Points.text(result.terms().maxExtraCredit()) + " extra credit"
                                : ""))
                .orElse("0");
    }

    /** The median score; for an even number of scores, the lower of the middle two. */
    public String median() {
        return scoreFromLowest((results.size() - 1) / 2);
    }

    public String lowest() {
        return scoreFromLowest(0);
    }

    public String highest() {
        return scoreFromLowest(results.size() - 1);
    }

    private String scoreFromLowest(int place) {
        return results.isEmpty()
                ? ""
                : Points.text(results.stream()
                        .map(SubmissionResult::score)
                        .sorted()
                        .toList()
                        .get(place));
    }

    public long undecidedCount() {
        return results.stream().filter(result -> !result.decided()).count();
    }

    public List<TestRate> rates() {
        return tests.stream().map(test -> TestRate.of(test, results)).toList();
    }

    public List<TypicalFailure> failures() {
        return typical.stream().limit(MAX_FAILURES).toList();
    }

    /** How many kinds of failures are not among {@link #failures}. */
    public int moreFailures() {
        return Math.max(0, typical.size() - MAX_FAILURES);
    }

    /** The verdicts that are in the table, for the legend. */
    public List<VerdictName> verdicts() {
        return results.stream()
                .flatMap(result -> result.tests().stream())
                .map(TestResult::verdict)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a verdict means, for the legend. */
    public static String meaning(VerdictName verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed: an answer or a state was wrong";
            case TIMED_OUT -> "timed out: it went on for ever, or too long";
            case CRASHED -> "crashed: it threw something, or its process ended";
            case REFUSED -> "refused: it was turned away before the test";
            case UNDECIDED -> "undecided: the grader could not tell, and the points stay open";
            case INFRASTRUCTURE_ERROR -> "the grader itself failed, and the points stay open";
        };
    }

    /** The address of a student's page from here. */
    public static String studentPage(String submission) {
        return "students/" + encoded(submission + ".html");
    }

    /** The address of the TA's page of a submission from here. */
    public static String staffPage(String submission) {
        return "submissions/" + encoded(submission + ".html");
    }

    /** The name of a file in an address. */
    static String encoded(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
