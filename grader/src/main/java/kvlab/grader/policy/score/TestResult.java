package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.TestRule;
import kvlab.schedule.Replay;
import kvlab.schedule.Suite;
import kvlab.schedule.Verdict;

/**
 * The result of one test.
 *
 * @param suite that it belongs to
 * @param edition the suite's edition: which schedules its seeds stand for
 * @param number in its suite
 * @param schedules number of schedules requested
 * @param schedulesRun number of schedules that count: seeds after a hang, a crash or enough failures do not
 * @param failedSchedules number of those that the submission failed
 * @param undecidedSchedules number of those that the kit could not decide
 * @param points towards full marks; a lower bound if the test is not decided
 * @param extraCredit beyond full marks; likewise
 * @param studentsSee the part of this that students see
 * @param firstFailure empty, in JSON null, if the test passed
 */
public record TestResult(
        String suite,
        int edition,
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
     * The schedule with the lowest seed that did not pass; for a refused submission, the refusal.
     *
     * @param detail further lines; may be empty
     * @param replay the replay command for the graded sources; empty if there are none
     */
    public record FirstFailure(long seed, Diagnostic diagnostic, String detail, String replay) {

        /** The failure in one line. */
        public String message() {
            return diagnostic.message();
        }
    }

    /**
     * The result of an outcome, without a replay command.
     *
     * @throws IllegalArgumentException if the outcome belongs to another test
     */
    static TestResult of(Suite suite, TestRule rule, RepeatedRuns runs, TestOutcome outcome) {
        if (rule.number() != outcome.number()) {
            throw new IllegalArgumentException("test " + rule.number() + " of suite " + suite.name()
                    + " has the outcome of test " + outcome.number());
        }
        int passed = outcome.passedSchedules();
        return new TestResult(
                suite.name(),
                suite.edition(),
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

    /** The replay command of its failure; empty if there is none, or if it is hidden. */
    public Optional<String> replay() {
        return firstFailure.map(FirstFailure::replay).filter(line -> !line.isEmpty());
    }

    /** The schedule with this seed. */
    public Replay schedule(long seed) {
        return new Replay(suite, edition, number, seed);
    }

    /** The same with another failure, or none. */
    public TestResult withFirstFailure(Optional<FirstFailure> other) {
        return new TestResult(
                suite,
                edition,
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

    /** The number of schedules that might still pass: those undecided or not run through the kit's fault. */
    public int openSchedules() {
        return isDecided() ? undecidedSchedules : schedules - passedSchedules() - failedSchedules;
    }

    /** Points and extra credit. */
    public BigDecimal earned() {
        return points.add(extraCredit);
    }

    /** The maximum of points and extra credit. */
    public BigDecimal worth() {
        return maxPoints.add(maxExtraCredit);
    }

    /** The points and extra credit for a number of passed schedules by a rule. */
    public BigDecimal earned(RepeatedRuns rule, int passed) {
        return rule.earned(maxPoints, passed, schedules).add(rule.earned(maxExtraCredit, passed, schedules));
    }

    /** The points and extra credit if all open schedules pass. */
    public BigDecimal possible(RepeatedRuns rule) {
        return earned(rule, passedSchedules() + openSchedules());
    }

    /** Whether the test is decided, for or against the submission. */
    public boolean isDecided() {
        return verdict != VerdictName.UNDECIDED && verdict != VerdictName.INFRASTRUCTURE_ERROR;
    }
}
