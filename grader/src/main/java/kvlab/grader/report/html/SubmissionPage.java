package kvlab.grader.report.html;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Audience;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * The page of one submission.
 *
 * @param audience its owner, or the staff
 * @param result the part that the audience may see
 * @param picture of one failure, for a link
 */
public record SubmissionPage(Audience audience, SubmissionResult result, Optional<PicturePages.Link> picture) {

    static SubmissionPage of(Audience audience, SubmissionResult result, Optional<PicturePages.Link> picture) {
        return new SubmissionPage(audience, audience == Audience.STAFF ? result : StudentView.of(result), picture);
    }

    public boolean isForStaff() {
        return audience == Audience.STAFF;
    }

    /** The author's name, if known. */
    public String name() {
        return result.owner().name().isEmpty()
                ? result.submission()
                : result.owner().name();
    }

    public String handedIn() {
        return result.handedIn()
                .map(time -> Deadline.text(result.deadline(), time))
                .orElse("");
    }

    /** Whether tests of several suites are listed, so that a number alone is ambiguous. */
    public boolean severalSuites() {
        return result.tests().stream().map(TestResult::suite).distinct().count() > 1;
    }

    /** Such as {@code Test 4}. */
    public String nameOf(TestResult test) {
        return (severalSuites() ? test.suite() : "Test") + " " + test.number();
    }

    /** The distinct reasons for refusing the submission before any test. */
    public List<TestResult.FirstFailure> refusals() {
        return result.tests().stream()
                .filter(test -> test.verdict() == VerdictName.REFUSED)
                .flatMap(test -> test.firstFailure().stream())
                .map(failure -> new TestResult.FirstFailure(0, failure.diagnostic(), failure.detail(), ""))
                .distinct()
                .toList();
    }

    /** The tests with details beyond the verdict. */
    public List<TestResult> failures() {
        return result.tests().stream()
                .filter(test -> test.verdict() != VerdictName.REFUSED)
                .filter(test -> test.firstFailure().isPresent())
                .toList();
    }

    /** The picture of this test's failure, if there is one, or a reason why there is none. */
    public Optional<PicturePages.Link> picture(TestResult test) {
        return picture.filter(
                link -> link.test().suite().equals(test.suite()) && link.test().number() == test.number());
    }

    /** The frequency of the failure, such as {@code in 3 of 100 schedules}; empty if the kit could not decide any. */
    public String often(TestResult test) {
        return test.failedSchedules() == 0
                ? ""
                : "in " + test.failedSchedules() + " of the " + test.schedulesRun() + " schedules that were run";
    }

    public List<SourceSpot> compileErrors() {
        return result.compileErrors().stream().map(SourceSpot::of).toList();
    }

    /** The lines of a file that no test ran, such as {@code 12, 40 to 47}. */
    public String lines(Coverage.OfFile file) {
        return file.notRun().stream()
                .map(range ->
                        range.first() == range.last() ? "" + range.first() : range.first() + " to " + range.last())
                .collect(Collectors.joining(", "));
    }

    /** The points of tests that are not listed; empty if all are. */
    public Optional<BigDecimal> unlisted() {
        BigDecimal accounted = Score.sum(result.adjustments(), result.sum(TestResult::earned));
        return result.sum(TestResult::worth).compareTo(result.terms().maxWithExtraCredit()) == 0
                ? Optional.empty()
                : Optional.of(result.score().subtract(accounted));
    }

    /** With its sign, such as {@code +2.5} or {@code −10}. */
    public String change(BigDecimal points) {
        return (points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "") + Points.text(points.abs());
    }
}
