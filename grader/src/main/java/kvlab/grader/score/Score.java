package kvlab.grader.score;

import java.math.BigDecimal;
import java.util.List;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.run.TestOutcome;
import kvlab.schedule.Verdict;

/**
 * A submission's points.
 *
 * @param tests in the suite's order
 */
public record Score(List<TestScore> tests, BigDecimal maxPoints) {

    /** A test's outcome and what it is worth. */
    public record TestScore(TestOutcome outcome, BigDecimal points, BigDecimal maxPoints) {}

    public Score {
        tests = List.copyOf(tests);
    }

    /** A test earns its points if all its schedules passed, otherwise nothing. */
    public static Score of(Assignment assignment, SubmissionOutcome outcome) {
        List<TestScore> tests = outcome.tests().stream()
                .map(test -> new TestScore(test, earned(assignment, test), assignment.pointsPerTest()))
                .toList();
        return new Score(tests, assignment.maxScore());
    }

    public BigDecimal points() {
        return tests.stream().map(TestScore::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal earned(Assignment assignment, TestOutcome test) {
        return test.verdict() instanceof Verdict.Passed ? assignment.pointsPerTest() : BigDecimal.ZERO;
    }
}
