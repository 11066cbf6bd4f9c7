package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestScore;

/**
 * What one test came to.
 *
 * @param suite that it belongs to
 * @param number in its suite
 * @param schedules how many it was to run
 * @param schedulesRun how many of them count: none above the seed that hung or crashed, and none after enough failures
 * @param failedSchedules how many of those went wrong through the submission's fault
 * @param undecidedSchedules how many of those the kit could not decide
 * @param points towards full marks; a lower bound if the test is not decided
 * @param extraCredit beyond full marks; likewise
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
        int undecidedSchedules,
        BigDecimal points,
        BigDecimal maxPoints,
        BigDecimal extraCredit,
        BigDecimal maxExtraCredit,
        StudentsSee studentsSee,
        Optional<FirstFailure> firstFailure) {

    /**
     * The schedule with the lowest seed that did not pass; of a submission that is refused, the refusal.
     *
     * @param detail more lines, or empty
     * @param replay the command that shows it again, on the sources that were graded; empty if none were
     */
    public record FirstFailure(long seed, Diagnostic diagnostic, String detail, String replay) {

        /** What went wrong, in one line. */
        public String message() {
            return diagnostic.message();
        }
    }

    /**
     * Those of a score.
     *
     * @param replay shows the submission's sources to {@code kvlab test} again; empty if nothing was compiled
     */
    public static List<TestResult> of(Score score, Optional<ReplayCommand> replay) {
        return score.tests().stream().map(test -> of(test, replay)).toList();
    }

    private static TestResult of(TestScore score, Optional<ReplayCommand> replay) {
        TestOutcome outcome = score.outcome();
        return new TestResult(
                score.suite(),
                outcome.number(),
                outcome.title(),
                VerdictName.of(outcome.verdict()),
                outcome.schedules(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                outcome.undecidedSchedules(),
                score.points().atLeast(),
                score.points().outOf(),
                score.extraCredit().atLeast(),
                score.extraCredit().outOf(),
                score.rule().studentsSee(),
                outcome.firstFailure()
                        .map(failure -> new FirstFailure(
                                failure.seed(),
                                failure.verdict().diagnostic(),
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
                undecidedSchedules,
                points,
                maxPoints,
                extraCredit,
                maxExtraCredit,
                studentsSee,
                other);
    }

    public int passedSchedules() {
        return schedulesRun - failedSchedules - undecidedSchedules;
    }

    /** How many schedules might still pass if the kit's own failures were not: those it could not decide, or not run. */
    public int openSchedules() {
        return isDecided() ? undecidedSchedules : schedules - passedSchedules() - failedSchedules;
    }

    /** Both kinds of points together. */
    public BigDecimal earned() {
        return points.add(extraCredit);
    }

    /** What could have been earned, of both kinds together. */
    public BigDecimal worth() {
        return maxPoints.add(maxExtraCredit);
    }

    /** What so many passed schedules earn by a rule, of both kinds together. */
    public BigDecimal earned(RepeatedRuns rule, int passed) {
        return rule.earned(maxPoints, passed, schedules).add(rule.earned(maxExtraCredit, passed, schedules));
    }

    /** What it earns if all open schedules pass. */
    public BigDecimal possible(RepeatedRuns rule) {
        return earned(rule, passedSchedules() + openSchedules());
    }

    /** Whether the kit could decide it, for or against the submission. */
    public boolean isDecided() {
        return verdict != VerdictName.UNDECIDED && verdict != VerdictName.INFRASTRUCTURE_ERROR;
    }
}
