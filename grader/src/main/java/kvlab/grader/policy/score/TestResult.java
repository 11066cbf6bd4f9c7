package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.TestRule;
import kvlab.schedule.Verdict;

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
     * What an outcome is worth. No failure has its replay command yet.
     *
     * @throws IllegalArgumentException if the outcome is another test's
     */
    static TestResult of(String suite, TestRule rule, RepeatedRuns runs, TestOutcome outcome) {
        if (rule.number() != outcome.number()) {
            throw new IllegalArgumentException(
                    "test " + rule.number() + " of suite " + suite + " has the outcome of test " + outcome.number());
        }
        int passed = outcome.passedSchedules();
        return new TestResult(
                suite,
                outcome.number(),
                outcome.title(),
                VerdictName.of(outcome.verdict()),
                outcome.schedules(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                outcome.undecidedSchedules(),
                Points.normal(runs.earned(rule.points(), passed, outcome.schedules())),
                Points.normal(rule.points()),
                Points.normal(runs.earned(rule.extraCredit(), passed, outcome.schedules())),
                Points.normal(rule.extraCredit()),
                rule.studentsSee(),
                outcome.firstFailure().map(failure -> {
                    Verdict verdict = failure.verdict();
                    return new FirstFailure(failure.seed(), verdict.diagnostic(), verdict.detail(), "");
                }));
    }

    /** The command that shows its failure again; empty if there is none, or it may not be told. */
    public Optional<String> replay() {
        return firstFailure.map(FirstFailure::replay).filter(line -> !line.isEmpty());
    }

    /** The same with another failure, or none. */
    public TestResult withFirstFailure(Optional<FirstFailure> other) {
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
