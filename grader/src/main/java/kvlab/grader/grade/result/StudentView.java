package kvlab.grader.grade.result;

import java.util.Optional;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * The part of a result that the policy shows to its student. Hidden tests are removed and others reduced; diagnostics
 * contain no path of the grader's machine, and replay lines are for the student's own kit. A hidden seed stays hidden.
 */
public final class StudentView {

    private StudentView() {}

    /** The result as its student may see it. The score is unchanged. */
    public static SubmissionResult of(SubmissionResult result) {
        return result.withTests(result.tests().stream()
                .flatMap(test -> shown(result.terms(), test).stream())
                .toList());
    }

    /** Empty if the test is hidden from students. */
    public static Optional<TestResult> shown(Terms terms, TestResult test) {
        return test.studentsSee() == StudentsSee.NOTHING
                ? Optional.empty()
                : Optional.of(
                        test.withFirstFailure(test.firstFailure().flatMap(failure -> shown(terms, test, failure))));
    }

    /** A refusal is always shown: it reveals nothing about the test. */
    private static Optional<TestResult.FirstFailure> shown(
            Terms terms, TestResult test, TestResult.FirstFailure failure) {
        StudentsSee see = test.verdict() == VerdictName.REFUSED ? StudentsSee.EVERYTHING : test.studentsSee();
        return switch (see) {
            case NOTHING, VERDICT -> Optional.empty();
            case MESSAGE ->
                Optional.of(new TestResult.FirstFailure(0, failure.diagnostic().forOwner(), "", ""));
            case EVERYTHING ->
                Optional.of(new TestResult.FirstFailure(
                        terms.hiddenSeed() ? 0 : failure.seed(),
                        failure.diagnostic().forOwner(),
                        failure.detail(),
                        failure.replay().isEmpty() || terms.hiddenSeed()
                                ? ""
                                : ReplayCommand.OF_STUDENTS.line(test.schedule(failure.seed()))));
        };
    }
}
