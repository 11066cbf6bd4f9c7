package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.TestScore;

/**
 * What one test came to.
 *
 * @param suite that it belongs to
 * @param number in its suite
 * @param schedules how many it was to run
 * @param schedulesRun how many of them count: none above the seed that hung or crashed, and none after enough failures
 * @param failedSchedules how many of those went wrong through the submission's fault
 * @param points towards full marks; a lower bound if the test is not decided
 * @param extraCredit beyond full marks; likewise
 * @param reason how the points came about, in one line
 * @param studentsSee how much of this
 * @param firstFailure empty, in JSON null, if the test passed
 */
public record TestResult(
        String suite,
        int number,
        String title,
        VerdictName verdict,
        int schedules,
        int schedulesRun,
        int failedSchedules,
        BigDecimal points,
        BigDecimal maxPoints,
        BigDecimal extraCredit,
        BigDecimal maxExtraCredit,
        String reason,
        StudentsSee studentsSee,
        Optional<FirstFailure> firstFailure) {

    /**
     * The schedule with the lowest seed that did not pass; of a submission that is refused, the refusal.
     *
     * @param message one line
     * @param detail more lines, or empty
     * @param replay the command that shows it again, on the sources that were graded; empty if none were
     */
    public record FirstFailure(long seed, String message, String detail, String replay) {}

    static TestResult of(Optional<ReplayCommand> replay, TestScore score) {
        TestOutcome outcome = score.outcome();
        return new TestResult(
                score.suite(),
                outcome.number(),
                outcome.title(),
                VerdictName.of(outcome.verdict()),
                outcome.schedules(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                score.points().atLeast(),
                score.points().outOf(),
                score.extraCredit().atLeast(),
                score.extraCredit().outOf(),
                score.reason(),
                score.rule().studentsSee(),
                outcome.firstFailure()
                        .map(failure -> new FirstFailure(
                                failure.seed(),
                                failure.verdict().message(),
                                failure.verdict().detail(),
                                replay.map(command -> command.line(score.suite(), outcome.number(), failure.seed()))
                                        .orElse(""))));
    }

    /** The command that shows its failure again; empty if there is none, or it may not be told. */
    public Optional<String> replay() {
        return firstFailure.map(FirstFailure::replay).filter(line -> !line.isEmpty());
    }

    /** The same with another failure, or none. */
    TestResult withFirstFailure(Optional<FirstFailure> other) {
        return new TestResult(
                suite,
                number,
                title,
                verdict,
                schedules,
                schedulesRun,
                failedSchedules,
                points,
                maxPoints,
                extraCredit,
                maxExtraCredit,
                reason,
                studentsSee,
                other);
    }

    /** Both kinds together. */
    public BigDecimal earned() {
        return points.add(extraCredit);
    }

    /** What could have been earned, of both kinds together. */
    public BigDecimal worth() {
        return maxPoints.add(maxExtraCredit);
    }

    /** Whether the kit could decide it, for or against the submission. */
    public boolean isDecided() {
        return verdict != VerdictName.UNDECIDED && verdict != VerdictName.INFRASTRUCTURE_ERROR;
    }
}
