package kvlab.grader.policy.score;

import static kvlab.grader.TestDiagnostics.saying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;

/** Policies of four tests and what submissions come to by them, at random, for what holds of all. */
public final class AnyOutcome {

    private static final int TESTS = 4;
    private static final List<Integer> SCHEDULES = List.of(1, 2, 5, 8, 10, 40, 100);

    private final Random random;

    public AnyOutcome(Random random) {
        this.random = random;
    }

    public Policy policy() {
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

    /** What some submission comes to by this policy. */
    public SubmissionOutcome outcome(Policy policy) {
        List<TestOutcome> tests = new ArrayList<>();
        policy.tests().forEach(rule -> {
            int run = random.nextBoolean() ? rule.schedules() : random.nextInt(rule.schedules() + 1);
            int failed = random.nextBoolean() ? 0 : random.nextInt(run + 1);
            int undecided = random.nextBoolean() ? 0 : random.nextInt(run - failed + 1);
            tests.add(ended(rule.number(), rule.schedules(), run, failed, undecided));
        });
        return new SubmissionOutcome(
                new Seeds(policy.seed().of(List.of()), 1),
                tests,
                List.of(),
                Optional.empty(),
                Diagnostic.of("sandbox.no-bwrap"));
    }

    /** Fewer run than there are: one of them hung, or else the kit could not run the rest. */
    static TestOutcome ended(int number, int schedules, int run, int failed, int undecided) {
        Verdict verdict = failed > 0
                ? run < schedules ? new Verdict.TimedOut(saying("hangs"), "") : new Verdict.Failed(saying("fails"), "")
                : new Verdict.Undecided(saying("open"), "");
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
