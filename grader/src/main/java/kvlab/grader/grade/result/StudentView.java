package kvlab.grader.grade.result;

import java.util.Optional;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * What the policy lets a student see of a result: hidden tests are not there, and others say no more than they may. No
 * diagnostic tells where the grader had the submission, and replay lines are for the student's own kit.
 */
public final class StudentView {

    private StudentView() {}

    /** The same result without what its owner may not see. The score is the whole score. */
    public static SubmissionResult of(SubmissionResult result) {
        return result.withTests(
                result.tests().stream().flatMap(test -> shown(test).stream()).toList());
    }

    /** Empty if the student may not know that there is such a test. */
    public static Optional<TestResult> shown(TestResult test) {
        return test.studentsSee() == StudentsSee.NOTHING
                ? Optional.empty()
                : Optional.of(test.withFirstFailure(test.firstFailure().flatMap(failure -> shown(test, failure))));
    }

    /** A refusal is no secret, whatever the policy says of the test: it names none. */
    private static Optional<TestResult.FirstFailure> shown(TestResult test, TestResult.FirstFailure failure) {
        StudentsSee see = test.verdict() == VerdictName.REFUSED ? StudentsSee.EVERYTHING : test.studentsSee();
        return switch (see) {
            case NOTHING, VERDICT -> Optional.empty();
            case MESSAGE ->
                Optional.of(new TestResult.FirstFailure(0, failure.diagnostic().forOwner(), "", ""));
            case EVERYTHING ->
                Optional.of(new TestResult.FirstFailure(
                        failure.seed(),
                        failure.diagnostic().forOwner(),
                        failure.detail(),
                        failure.replay().isEmpty()
                                ? ""
                                : ReplayCommand.OF_STUDENTS.line(test.suite(), test.number(), failure.seed())));
        };
    }
}
