package kvlab.grader.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.ExecutionLimits;
import kvlab.grader.execute.Inspector;
import kvlab.grader.execute.LabSuite;
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
import kvlab.submission.Part;

/**
 * The suites and schedules that a policy runs on a submission. The submission is checked once for all suites that need
 * the same parts. Tests that share suite and number of schedules share a runner, and each runner gets its share of the
 * time.
 */
final class TestPlan {

    /** Checks a submission within a limit of real time. */
    @FunctionalInterface
    interface Checks {
        Checked check(CheckJob job, Duration timeout) throws InterruptedException;
    }

    /** Tests with the same schedules, and their common time limit. */
    private record Round(LabSuite suite, Seeds seeds, ExecutionLimits limits, SubmissionRunner runner) {}

    private final Policy policy;
    private final Sandbox sandbox;
    private final Checks checks;
    private final Inspector inspector;
    private final List<Round> rounds = new ArrayList<>();

    /**
     * @param seed the first schedule's, for each test
     * @param parallel how many schedules of one test run at the same time
     * @param sandbox the sandbox of each child process
     */
    TestPlan(Policy policy, long seed, int parallel, Sandbox sandbox, Checks checks) {
        this.policy = policy;
        this.sandbox = sandbox;
        this.checks = checks;
        int heapMegabytes = heapMegabytes(policy);
        long all = policy.tests().stream().mapToLong(TestRule::schedules).sum();
        for (SuiteRules rules : policy.suites()) {
            bySchedules(rules).forEach((schedules, tests) -> {
                LabSuite suite = new LabSuite(rules.name(), tests);
                Seeds seeds = new Seeds(
                        seed,
                        schedules,
                        StopRule.afterFailures(policy.repeatedRuns().enoughFailures(schedules)));
                long itsSchedules = (long) tests.size() * schedules;
                ExecutionLimits limits = new ExecutionLimits(
                        policy.limits().wallClock().multipliedBy(itsSchedules).dividedBy(all),
                        ExecutionLimits.DEFAULT.silence(),
                        heapMegabytes,
                        policy.limits().output().bytes());
                rounds.add(
                        new Round(suite, seeds, limits, new SubmissionRunner(suite, seeds, parallel, limits, sandbox)));
            });
        }
        inspector = new Inspector(
                policy.information().coverage(),
                policy.information().style(),
                rounds.stream().map(Round::suite).toList(),
                seed,
                heapMegabytes,
                sandbox);
    }

    /** The heap limit of each of a submission's processes. */
    static int heapMegabytes(Policy policy) {
        return Math.toIntExact(policy.limits().heap().inMebibytes());
    }

    /** Always returns an outcome, with the tests in the policy's order. */
    SubmissionOutcome run(Submission submission) {
        Map<Set<Part>, Checked> checked = new LinkedHashMap<>();
        Map<Round, List<TestOutcome>> outcomes = new LinkedHashMap<>();
        for (Round round : rounds) {
            long start = System.nanoTime();
            Checked fit = checked.computeIfAbsent(round.suite().needs(), needs -> check(submission, needs, round));
            Duration spent = Duration.ofNanos(System.nanoTime() - start);
            outcomes.put(round, round.runner().run(fit, spent));
        }
        List<TestOutcome> tests = inOrder(outcomes);
        Optional<Information> information = checked.values().stream()
                .flatMap(each -> each instanceof Checked.Accepted accepted ? Stream.of(accepted) : Stream.empty())
                .findFirst()
                .flatMap(accepted -> inspector.inspect(submission.files(), accepted.classes(), tests));
        return outcome(tests, compileErrors(checked.values().stream()), information);
    }

    /** The outcome of a submission that is not run. */
    SubmissionOutcome notRun(Verdict why) {
        Map<Round, List<TestOutcome>> outcomes = new LinkedHashMap<>();
        rounds.forEach(round -> outcomes.put(round, round.runner().notRun(why)));
        return outcome(inOrder(outcomes), List.of(), Optional.empty());
    }

    private Checked check(Submission submission, Set<Part> needs, Round round) {
        Duration silence = round.limits().silence();
        Duration time = round.limits().submission();
        try {
            return checks.check(
                    new CheckJob(submission.files(), needs, policy.api()),
                    time.compareTo(silence) < 0 ? time : silence);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
    }

    private SubmissionOutcome outcome(
            List<TestOutcome> tests, List<CompileError> compileErrors, Optional<Information> information) {
        Seeds most = rounds.stream()
                .map(Round::seeds)
                .max(Comparator.comparingInt(Seeds::count))
                .orElseThrow();
        return new SubmissionOutcome(most, tests, compileErrors, information, sandbox.description());
    }

    /** The errors are the same for all parts: a submission compiles as a whole. */
    private static List<CompileError> compileErrors(Stream<Checked> checked) {
        return checked.flatMap(each ->
                        each instanceof Checked.DoesNotCompile rejected ? Stream.of(rejected.errors()) : Stream.empty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<TestOutcome> inOrder(Map<Round, List<TestOutcome>> outcomes) {
        Map<String, List<TestOutcome>> bySuite = new LinkedHashMap<>();
        outcomes.forEach((round, tests) -> bySuite.computeIfAbsent(round.suite().name(), name -> new ArrayList<>())
                .addAll(tests));
        return bySuite.values().stream()
                .flatMap(tests -> tests.stream().sorted(Comparator.comparingInt(TestOutcome::number)))
                .toList();
    }

    private static Map<Integer, List<TestCase>> bySchedules(SuiteRules rules) {
        return rules.tests().stream()
                .collect(Collectors.groupingBy(
                        TestRule::schedules,
                        LinkedHashMap::new,
                        Collectors.mapping(rule -> rules.suite().test(rule.number()), Collectors.toList())));
    }
}
