package kvlab.grader.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.CheckProcesses;
import kvlab.grader.execute.ExecutionLimits;
import kvlab.grader.execute.Inspector;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.Limits;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.SubmissionRunner;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.Submission;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * All that a policy asks a submission to pass. A runner gives each test of one suite the same schedules. So tests of
 * another suite, or with more or fewer schedules, have a runner of their own, and their share of the time.
 */
final class TestPlan implements AutoCloseable {

    /** Tests that are given the same schedules. */
    private record Round(LabSuite suite, Seeds seeds) {
        long schedules() {
            return (long) suite.tests().size() * seeds.count();
        }
    }

    private final Sandbox sandbox;
    private final Seeds seeds;
    private final CheckProcesses checks;
    private final Inspector inspector;
    private final Map<Round, SubmissionRunner> runners = new LinkedHashMap<>();

    /**
     * @param parallel how many schedules of one test run at the same time
     * @param sandbox what each child process is shut in
     */
    TestPlan(Policy policy, int parallel, Sandbox sandbox) {
        this.sandbox = sandbox;
        checks = new CheckProcesses(heapMegabytes(policy), sandbox);
        List<Round> rounds =
                policy.suites().stream().flatMap(suite -> rounds(suite, policy)).toList();
        long all = rounds.stream().mapToLong(Round::schedules).sum();
        rounds.forEach(round -> {
            Duration share =
                    policy.limits().wallClock().multipliedBy(round.schedules()).dividedBy(all);
            ExecutionLimits confinement = new ExecutionLimits(
                    limits(policy, share),
                    sandbox,
                    ApiLines.of(policy.api().allowed()),
                    ApiLines.of(policy.api().forbidden()));
            runners.put(round, new SubmissionRunner(round.suite(), round.seeds(), parallel, confinement, checks));
        });
        inspector = new Inspector(
                policy.information().coverage(),
                policy.information().style(),
                rounds.stream().map(Round::suite).toList(),
                policy.seed(),
                new ExecutionLimits(limits(policy, policy.limits().wallClock()), sandbox, List.of()));
        seeds = rounds.stream()
                .map(Round::seeds)
                .max(Comparator.comparingInt(Seeds::count))
                .orElseThrow();
    }

    /** Runs to the end, whatever the submission does. The outcome has the tests in the policy's order. */
    SubmissionOutcome run(Submission submission) {
        return together(runner -> runner.run(submission));
    }

    /** What the policy wants to know of a submission beside the outcome. */
    Optional<Information> inspect(Submission submission, SubmissionOutcome outcome) {
        return inspector.inspect(submission, outcome);
    }

    /** The outcome of a submission that is not run, with this verdict for each test. */
    SubmissionOutcome notRun(Verdict verdict) {
        return together(runner -> runner.notRun(verdict));
    }

    @Override
    public void close() {
        checks.close();
    }

    private SubmissionOutcome together(Function<SubmissionRunner, SubmissionOutcome> running) {
        Map<String, List<TestOutcome>> bySuite = new LinkedHashMap<>();
        List<CompileError> compileErrors = List.of();
        for (Map.Entry<Round, SubmissionRunner> runner : runners.entrySet()) {
            SubmissionOutcome outcome = running.apply(runner.getValue());
            bySuite.computeIfAbsent(runner.getKey().suite().name(), name -> new ArrayList<>())
                    .addAll(outcome.tests());
            compileErrors = outcome.compileErrors();
        }
        List<TestOutcome> tests = bySuite.values().stream()
                .flatMap(suite -> suite.stream().sorted(Comparator.comparingInt(TestOutcome::number)))
                .toList();
        return new SubmissionOutcome(seeds, tests, compileErrors, sandbox.inWords());
    }

    private static Stream<Round> rounds(SuiteRules rules, Policy policy) {
        LabSuite suite = LabSuite.named(rules.name()).orElseThrow();
        Map<Integer, List<TestCase>> bySchedules = rules.tests().stream()
                .collect(Collectors.groupingBy(
                        TestRule::schedules,
                        LinkedHashMap::new,
                        Collectors.mapping(rule -> suite.test(rule.number()), Collectors.toList())));
        return bySchedules.entrySet().stream()
                .map(round -> new Round(
                        new LabSuite(suite.name(), round.getValue()),
                        new Seeds(
                                policy.seed(),
                                round.getKey(),
                                StopRule.afterFailures(policy.repeatedRuns().enoughFailures(round.getKey())))));
    }

    private static int heapMegabytes(Policy policy) {
        return Math.toIntExact(policy.limits().heap().inMebibytes());
    }

    private static Limits limits(Policy policy, Duration time) {
        return new Limits(
                time,
                Limits.DEFAULT.silence(),
                heapMegabytes(policy),
                policy.limits().output().bytes());
    }
}
