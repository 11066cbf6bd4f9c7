package kvlab.grader.policy.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.UnaryOperator;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.Policy;
import org.junit.jupiter.api.Test;

/** What holds for every policy and every outcome, tried on many of both. */
class ScoreArithmeticTest {

    private static final int TRIES = 500;

    private final Random random = new Random(1);
    private final AnyOutcome any = new AnyOutcome(random);

    @Test
    void aScoreIsNeverNegativeAndNeverAboveWhatCanBeEarned() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            Score score = Score.of(policy, any.outcome(policy), random.nextInt(6));
            BigDecimal most = policy.fullMarks().add(policy.extraCredit());
            assertTrue(score.points().signum() >= 0, score::toString);
            assertTrue(score.points().compareTo(score.possible()) <= 0, score::toString);
            assertTrue(score.possible().compareTo(most) <= 0, score::toString);
        }
    }

    @Test
    void itsPartsAddUpExactly() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            Score score = Score.of(policy, any.outcome(policy), random.nextInt(6));
            BigDecimal sum = BigDecimal.ZERO;
            for (TestResult test : score.tests()) {
                sum = sum.add(test.points()).add(test.extraCredit());
            }
            for (Adjustment adjustment : score.adjustments()) {
                sum = sum.add(adjustment.points());
            }
            assertEquals(0, sum.compareTo(score.points()), score::toString);
        }
    }

    @Test
    void onceMorePassedOrDecidedNeverCostsAnything() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            SubmissionOutcome worse = any.outcome(policy);
            SubmissionOutcome better = better(worse);
            int lateDays = random.nextInt(6);
            Score before = Score.of(policy, worse, lateDays);
            Score after = Score.of(policy, better, lateDays);
            assertTrue(after.points().compareTo(before.points()) >= 0, () -> before + "\n" + after);
        }
    }

    @Test
    void everyDayLaterCostsAsMuchOrMore() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            SubmissionOutcome outcome = any.outcome(policy);
            for (int days = 0; days < 6; days++) {
                BigDecimal sooner = Score.of(policy, outcome, days).points();
                assertTrue(Score.of(policy, outcome, days + 1).points().compareTo(sooner) <= 0);
            }
        }
    }

    @Test
    void everyScoreTimesThePolicysScaleIsAWholeNumber() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            Score score = Score.of(policy, any.outcome(policy), random.nextInt(6));
            BigDecimal scale = BigDecimal.valueOf(policy.wholeNumberScale());
            BigInteger whole = score.points().multiply(scale).toBigIntegerExact();
            assertEquals(0, new BigDecimal(whole).divide(scale).compareTo(score.points()));
        }
    }

    @Test
    void whatIsUndecidedLiesBetweenItsTwoEnds() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = any.policy();
            SubmissionOutcome open = any.outcome(policy);
            int lateDays = random.nextInt(6);
            Score score = Score.of(policy, open, lateDays);
            BigDecimal decided = Score.of(policy, decided(open), lateDays).points();
            assertTrue(score.points().compareTo(decided) <= 0, score::toString);
            assertTrue(decided.compareTo(score.possible()) <= 0, score::toString);
        }
    }

    /** One schedule that failed, or was not decided, passes. */
    private static SubmissionOutcome better(SubmissionOutcome outcome) {
        return changed(
                outcome,
                test -> test.failedSchedules() > 0
                        ? AnyOutcome.ended(
                                test.number(),
                                test.schedules(),
                                test.schedulesRun(),
                                test.failedSchedules() - 1,
                                test.undecidedSchedules())
                        : test.undecidedSchedules() > 0
                                ? AnyOutcome.ended(
                                        test.number(),
                                        test.schedules(),
                                        test.schedulesRun(),
                                        0,
                                        test.undecidedSchedules() - 1)
                                : test);
    }

    /** Of all that was not decided, some passes and the rest fails. */
    private SubmissionOutcome decided(SubmissionOutcome outcome) {
        return changed(outcome, test -> {
            int open = test.isDecided()
                    ? test.undecidedSchedules()
                    : test.schedules() - test.passedSchedules() - test.failedSchedules();
            int passed = test.passedSchedules() + random.nextInt(open + 1);
            int run = open > 0 && test.failedSchedules() == 0 ? test.schedules() : test.schedulesRun();
            return AnyOutcome.ended(test.number(), test.schedules(), run, run - passed, 0);
        });
    }

    private static SubmissionOutcome changed(SubmissionOutcome outcome, UnaryOperator<TestOutcome> change) {
        return new SubmissionOutcome(
                outcome.seeds(),
                outcome.tests().stream().map(change).toList(),
                outcome.compileErrors(),
                outcome.information(),
                outcome.sandbox());
    }
}
