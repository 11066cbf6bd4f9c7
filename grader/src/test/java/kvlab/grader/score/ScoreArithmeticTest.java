package kvlab.grader.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.run.Seeds;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.run.TestOutcome;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

/** What holds for every policy and every outcome, tried on many of both. */
class ScoreArithmeticTest {

    private static final int TRIES = 500;
    private static final int TESTS = 4;
    private static final List<Integer> SCHEDULES = List.of(1, 2, 5, 8, 10, 40, 100);

    private final Random random = new Random(1);

    @Test
    void aScoreIsNeverNegativeAndNeverAboveWhatCanBeEarned() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = policy();
            Score score = Score.of(policy, outcome(policy), random.nextInt(6));
            BigDecimal most = policy.fullMarks().add(policy.extraCredit());
            assertTrue(score.points().signum() >= 0, score::toString);
            assertTrue(score.points().compareTo(score.total().atMost()) <= 0, score::toString);
            assertTrue(score.total().atMost().compareTo(most) <= 0, score::toString);
        }
    }

    @Test
    void itsPartsAddUpExactly() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = policy();
            Score score = Score.of(policy, outcome(policy), random.nextInt(6));
            BigDecimal sum = BigDecimal.ZERO;
            for (TestScore test : score.tests()) {
                sum = sum.add(test.points().atLeast()).add(test.extraCredit().atLeast());
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
            Policy policy = policy();
            SubmissionOutcome worse = outcome(policy);
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
            Policy policy = policy();
            SubmissionOutcome outcome = outcome(policy);
            for (int days = 0; days < 6; days++) {
                BigDecimal sooner = Score.of(policy, outcome, days).points();
                assertTrue(Score.of(policy, outcome, days + 1).points().compareTo(sooner) <= 0);
            }
        }
    }

    @Test
    void everyScoreTimesThePolicysScaleIsAWholeNumber() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = policy();
            Score score = Score.of(policy, outcome(policy), random.nextInt(6));
            BigDecimal scale = BigDecimal.valueOf(policy.wholeNumberScale());
            BigInteger whole = score.points().multiply(scale).toBigIntegerExact();
            assertEquals(0, new BigDecimal(whole).divide(scale).compareTo(score.points()));
        }
    }

    @Test
    void whatIsUndecidedLiesBetweenItsTwoEnds() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Policy policy = policy();
            SubmissionOutcome open = outcome(policy);
            int lateDays = random.nextInt(6);
            Score score = Score.of(policy, open, lateDays);
            BigDecimal decided = Score.of(policy, decided(open), lateDays).points();
            assertTrue(score.points().compareTo(decided) <= 0, score::toString);
            assertTrue(decided.compareTo(score.total().atMost()) <= 0, score::toString);
        }
    }

    private Policy policy() {
        String runs = List.of("all-must-pass", "proportional", "minimum-rate\nminimum-rate: 62.5")
                .get(random.nextInt(3));
        StringBuilder tests = new StringBuilder();
        for (int test = 1; test <= TESTS; test++) {
            tests.append("      ").append(test).append(": { points: ").append(amount());
            tests.append(", extra-credit: ").append(random.nextBoolean() ? "0" : amount());
            tests.append(", schedules: ")
                    .append(SCHEDULES.get(random.nextInt(SCHEDULES.size())))
                    .append(" }\n");
        }
        String late = List.of("10", "12.5", "60", "0", "100").get(random.nextInt(5));
        return PolicyFixture.firstTests(
                TESTS,
                "name: any\nrepeated-runs: " + runs
                        + "\nlate: { percent-per-day: " + late + ", most-days: " + random.nextInt(5) + ", percent-of: "
                        + (random.nextBoolean() ? "score" : "full-marks")
                        + " }\nnot-building: { at-most-percent: 50, gets-percent: " + random.nextInt(51)
                        + " }\nsuites:\n  core:\n    tests:\n" + tests);
    }

    private String amount() {
        return random.nextInt(20) + List.of("", ".5", ".25", ".1").get(random.nextInt(4));
    }

    private SubmissionOutcome outcome(Policy policy) {
        List<TestOutcome> tests = new ArrayList<>();
        policy.tests().forEach(rule -> {
            int run = random.nextBoolean() ? rule.schedules() : random.nextInt(rule.schedules() + 1);
            int failed = random.nextBoolean() ? 0 : random.nextInt(run + 1);
            int undecided = random.nextBoolean() ? 0 : random.nextInt(run - failed + 1);
            tests.add(ended(rule.number(), rule.schedules(), run, failed, undecided));
        });
        return new SubmissionOutcome(new Seeds(policy.seed(), 1), tests, List.of(), "");
    }

    /** One schedule that failed, or was not decided, passes. */
    private static SubmissionOutcome better(SubmissionOutcome outcome) {
        return changed(
                outcome,
                test -> test.failedSchedules() > 0
                        ? ended(
                                test.number(),
                                test.schedules(),
                                test.schedulesRun(),
                                test.failedSchedules() - 1,
                                test.undecidedSchedules())
                        : test.undecidedSchedules() > 0
                                ? ended(
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
            int passed = test.passedSchedules() + random.nextInt(test.openSchedules() + 1);
            int run = test.openSchedules() > 0 && test.failedSchedules() == 0 ? test.schedules() : test.schedulesRun();
            return ended(test.number(), test.schedules(), run, run - passed, 0);
        });
    }

    private static SubmissionOutcome changed(SubmissionOutcome outcome, UnaryOperator<TestOutcome> change) {
        return new SubmissionOutcome(
                outcome.seeds(),
                outcome.tests().stream().map(change).toList(),
                outcome.compileErrors(),
                outcome.sandbox());
    }

    /** Fewer run than there are: one of them hung, or else the kit could not run the rest. */
    private static TestOutcome ended(int number, int schedules, int run, int failed, int undecided) {
        Verdict verdict = failed > 0
                ? run < schedules ? new Verdict.TimedOut("hangs", "") : new Verdict.Failed("fails", "")
                : new Verdict.Undecided("open", "");
        boolean passed = failed == 0 && undecided == 0 && run == schedules;
        return new TestOutcome(
                number,
                "title",
                schedules,
                run,
                failed,
                undecided,
                passed ? Optional.empty() : Optional.of(new TestOutcome.Failure(1, verdict)));
    }
}
