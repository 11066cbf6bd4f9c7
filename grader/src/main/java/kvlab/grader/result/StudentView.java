package kvlab.grader.result;

import java.util.Optional;

/**
 * What the policy lets a student see of a result: hidden tests are not there, and others say no more than they may. No
 * message tells where the grader had the submission.
 */
public final class StudentView {

    /** What messages call the place of the submission. */
    private static final String HAND_IN = "your hand-in";

    private StudentView() {}

    /** The same result without what its owner may not see. The score is the whole score. */
    public static SubmissionResult of(SubmissionResult result) {
        return new SubmissionResult(
                result.schema(),
                result.submission(),
                result.owner(),
                result.path(),
                result.origin(),
                result.handedIn(),
                result.lateDays(),
                result.terms(),
                result.score(),
                result.possibleScore(),
                result.decided(),
                result.tests().stream()
                        .flatMap(test -> shown(result, test).stream())
                        .toList(),
                result.compileErrors(),
                result.files(),
                result.information(),
                result.adjustments(),
                result.review(),
                result.notes(),
                result.sandbox(),
                result.key());
    }

    /**
     * Empty if the student may not know that there is such a test. A refusal is no secret: it names no test.
     *
     * @param result that the test is of
     */
    public static Optional<TestResult> shown(SubmissionResult result, TestResult test) {
        return permitted(test).map(shown -> with(shown, shown.firstFailure().map(failure -> told(result, failure))));
    }

    /** A failure as its student is told of it, whatever test it was in. */
    public static TestResult.FirstFailure told(SubmissionResult result, TestResult.FirstFailure failure) {
        Place place = Place.of(result.path());
        return new TestResult.FirstFailure(
                failure.seed(),
                place.replacedIn(failure.message(), HAND_IN),
                place.replacedIn(failure.detail(), HAND_IN),
                failure.replay());
    }

    private static Optional<TestResult> permitted(TestResult test) {
        return switch (test.studentsSee()) {
            case NOTHING -> Optional.empty();
            case VERDICT -> Optional.of(test.verdict() == VerdictName.REFUSED ? test : with(test, Optional.empty()));
            case MESSAGE ->
                Optional.of(
                        test.verdict() == VerdictName.REFUSED
                                ? test
                                : with(
                                        test,
                                        test.firstFailure()
                                                .map(failure ->
                                                        new TestResult.FirstFailure(0, failure.message(), "", ""))));
            case EVERYTHING -> Optional.of(test);
        };
    }

    private static TestResult with(TestResult test, Optional<TestResult.FirstFailure> failure) {
        return new TestResult(
                test.suite(),
                test.number(),
                test.title(),
                test.verdict(),
                test.schedules(),
                test.schedulesRun(),
                test.failedSchedules(),
                test.points(),
                test.maxPoints(),
                test.extraCredit(),
                test.maxExtraCredit(),
                test.reason(),
                test.studentsSee(),
                failure);
    }
}
