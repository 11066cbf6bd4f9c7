package kvlab.grader.grade.result;

import java.util.Optional;
import kvlab.grader.policy.StudentsSee;

/**
 * What the policy lets a student see of a result: hidden tests are not there, and others say no more than they may. No
 * message tells where the grader had the submission, and replay lines are for the student's own kit.
 */
public final class StudentView {

    /** What messages call the place of the submission. */
    private static final String HAND_IN = "your hand-in";

    private StudentView() {}

    /** The same result without what its owner may not see. The score is the whole score. */
    public static SubmissionResult of(SubmissionResult result) {
        return result.withTests(result.tests().stream()
                .flatMap(test -> shown(result, test).stream())
                .toList());
    }

    /**
     * Empty if the student may not know that there is such a test. A refusal is no secret: it names no test.
     *
     * @param result that the test is of
     */
    public static Optional<TestResult> shown(SubmissionResult result, TestResult test) {
        return permitted(test)
                .map(shown -> shown.withFirstFailure(
                        shown.firstFailure().map(failure -> told(result, replayedByStudents(test, failure)))));
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

    private static TestResult.FirstFailure replayedByStudents(TestResult test, TestResult.FirstFailure failure) {
        return failure.replay().isEmpty()
                ? failure
                : new TestResult.FirstFailure(
                        failure.seed(),
                        failure.message(),
                        failure.detail(),
                        ReplayCommand.OF_STUDENTS.line(test.suite(), test.number(), failure.seed()));
    }

    private static Optional<TestResult> permitted(TestResult test) {
        if (test.studentsSee() == StudentsSee.NOTHING) {
            return Optional.empty();
        }
        return Optional.of(
                test.verdict() == VerdictName.REFUSED
                        ? test
                        : test.withFirstFailure(
                                test.firstFailure().flatMap(failure -> permitted(failure, test.studentsSee()))));
    }

    private static Optional<TestResult.FirstFailure> permitted(TestResult.FirstFailure failure, StudentsSee see) {
        return switch (see) {
            case NOTHING, VERDICT -> Optional.empty();
            case MESSAGE -> Optional.of(new TestResult.FirstFailure(0, failure.message(), "", ""));
            case EVERYTHING -> Optional.of(failure);
        };
    }
}
