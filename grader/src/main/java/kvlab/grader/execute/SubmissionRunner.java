package kvlab.grader.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.Checked;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.picture.Picture;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * Runs all tests of a suite on one submission, in one or more child processes.
 *
 * <p>Equal submissions get equal outcomes, although schedules run in parallel: when a process dies, it is unknown which
 * running schedule caused it, so the test is restarted with one schedule at a time. So it is when a schedule crashes: the
 * others may have taken the memory and the threads that it lacked. A hang is reported by the harness with its seed, and
 * accepted once all lower seeds have ended.
 *
 * <p>A process without a sign of life costs a minute. After {@link #MAX_SILENT_TESTS} tests that ended so, alone in their
 * process, the later ones are not run. Which tests these are depends on nothing but the outcomes of those before.
 */
public final class SubmissionRunner {

    /** Runs one child process. */
    @FunctionalInterface
    interface Sessions {
        /** @param limit real time after which the process is killed */
        Session run(Child.Job job, Duration limit) throws InterruptedException;
    }

    /** The number of tests that may end without a sign of life before no other is run. */
    static final int MAX_SILENT_TESTS = 3;

    private final LabSuite suite;
    private final Seeds seeds;
    private final int parallel;
    private final ExecutionLimits limits;
    private final Sessions sessions;
    private final LongSupplier nanoTime;

    /** @param parallel how many schedules of one test run at the same time */
    public SubmissionRunner(LabSuite suite, Seeds seeds, int parallel, ExecutionLimits limits, Sandbox sandbox) {
        this(suite, seeds, parallel, limits, new ChildProcess(limits, sandbox), System::nanoTime);
    }

    SubmissionRunner(
            LabSuite suite,
            Seeds seeds,
            int parallel,
            ExecutionLimits limits,
            Sessions sessions,
            LongSupplier nanoTime) {
        this.suite = suite;
        this.seeds = seeds;
        this.parallel = parallel;
        this.limits = limits;
        this.sessions = sessions;
        this.nanoTime = nanoTime;
    }

    /**
     * Always returns an outcome for each test. Takes little more real time than the limit.
     *
     * @param spent real time of the limit that is already used up
     * @return the outcomes of the suite's tests, by number
     */
    public List<TestOutcome> run(Checked checked, Duration spent) {
        if (!(checked instanceof Checked.Accepted accepted)) {
            return notRun(verdictOn(checked));
        }
        Run run = new Run(accepted.classes(), spent);
        try {
            while (!run.left.isEmpty()) {
                run.next();
            }
            run.refuseAllIfOneIs();
            run.explainAtLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
        return List.copyOf(run.outcomes.values());
    }

    /** The outcomes if no test is run. */
    public List<TestOutcome> notRun(Verdict why) {
        return suite.tests().stream()
                .map(test -> TestOutcome.notRun(test, seeds, why))
                .toList();
    }

    /** What failed twice while the submission ran. */
    private static Verdict blamed(Verdict verdict) {
        return verdict instanceof Verdict.InfrastructureError error
                ? new Verdict.Crashed(
                        Diagnostic.of("run.broken-twice")
                                .with("reason", error.diagnostic().message()),
                        error.detail())
                : verdict;
    }

    private static Verdict verdictOn(Checked refused) {
        if (refused instanceof Checked.DoesNotCompile failed) {
            return new Verdict.Refused(failed.reason(), rendered(failed.errors()));
        } else if (refused instanceof Checked.BreaksRules breaking) {
            return Verdict.Refused.because(breaking.findings());
        }
        Checked.Broken broken = (Checked.Broken) refused;
        return new Verdict.InfrastructureError(broken.reason(), broken.detail());
    }

    /** The state of one submission's run. */
    private final class Run {

        private final SortedMap<Integer, TestOutcome> outcomes = new TreeMap<>();
        private final List<TestCase> left = new ArrayList<>(suite.tests());
        private final Set<Integer> triedAgain = new HashSet<>();
        private final Map<String, byte[]> classes;
        private final long start;

        private boolean retried;
        private boolean oneAtATime;
        private boolean explained;
        private Optional<Child.FailedSchedule> stopped = Optional.empty();
        private int silentTests;

        Run(Map<String, byte[]> classes, Duration spent) {
            this.classes = classes;
            this.start = nanoTime.getAsLong() - spent.toNanos();
        }

        /** Runs one more child on the remaining tests and records its results. */
        void next() throws InterruptedException {
            Duration time = timeLeft();
            if (time.isNegative() || time.isZero()) {
                Diagnostic late = Diagnostic.of("run.no-time-left").with("time", inWords(limits.submission()));
                settleAll(new Verdict.TimedOut(late, ""));
                return;
            }
            Session session = sessions.run(job(left, failed()), time);
            session.finished().forEach((test, verdicts) -> {
                TestOutcome outcome = TestOutcome.of(suite.test(test), seeds, verdicts);
                if (!(outcome.verdict() instanceof Verdict.InfrastructureError)) {
                    settle(outcome);
                } else if (!triedAgain.add(test)) {
                    verdicts.replaceAll((seed, verdict) -> blamed(verdict));
                    settle(TestOutcome.of(suite.test(test), seeds, verdicts));
                }
            });
            keepExplanation(session);
            Session.Ending ending = session.ending();
            if (ending instanceof Session.Stopped stopped) {
                stopped(stopped);
            } else if (ending instanceof Session.Broken broken) {
                broken(broken);
            }
        }

        private Duration timeLeft() {
            return limits.submission().minusNanos(nanoTime.getAsLong() - start);
        }

        /** A failure that no process has tried to explain, since it was stopped before, gets a process of its own. */
        void explainAtLast() throws InterruptedException {
            Optional<Child.FailedSchedule> failed = toExplain();
            Duration time = timeLeft();
            if (failed.isPresent() && !explained && !time.isNegative() && !time.isZero()) {
                keepExplanation(sessions.run(job(List.of(), failed), time));
            }
            if (outcomes.values().stream()
                    .noneMatch(outcome -> outcome.picture().isPresent())) {
                Picture none = new Picture.Missing(Diagnostic.of("picture.not-made"));
                failed.ifPresent(schedule -> drawn(new Session.Drawn(schedule.test(), schedule.seed(), none)));
            }
        }

        private Optional<Child.FailedSchedule> toExplain() {
            return failed().or(() ->
                    stopped.filter(schedule -> !(outcomes.get(schedule.test()).verdict() instanceof Verdict.Refused)));
        }

        private void keepExplanation(Session session) {
            session.explained()
                    .ifPresent(told -> outcomes.computeIfPresent(
                            told.test(), (number, outcome) -> outcome.withStory(told.seed(), told.story())));
            session.drawn().ifPresent(this::drawn);
            // Else it is of no use to try again.
            explained |= failed().isPresent() && session.ending() instanceof Session.Completed
                    || session.explained().isPresent();
        }

        private void drawn(Session.Drawn drawn) {
            outcomes.computeIfPresent(
                    drawn.test(), (number, outcome) -> outcome.withPicture(drawn.seed(), drawn.picture()));
        }

        private void stopped(Session.Stopped stopped) {
            SortedMap<Long, Verdict> verdicts = new TreeMap<>(stopped.verdicts());
            boolean settled = seeds.areSettledBy(verdicts);
            if (!oneAtATime && (!settled || hasCrash(seeds.counted(verdicts)))) {
                oneAtATime = true;
                return;
            }
            if (!settled) {
                verdicts.put(lowestWithout(verdicts), stopped.cause());
            }
            TestOutcome outcome = TestOutcome.of(suite.test(stopped.test()), seeds, verdicts);
            settle(outcome);
            if (settled && this.stopped.isEmpty()) {
                this.stopped = outcome.firstFailure()
                        .map(failure -> new Child.FailedSchedule(outcome.number(), failure.seed(), true));
            }
            if (!settled && SessionLog.isSilence(stopped.cause()) && ++silentTests == MAX_SILENT_TESTS) {
                Diagnostic before = Diagnostic.of("run.silent-before")
                        .with("tests", silentTests)
                        .with("silent", limits.silence().toSeconds());
                settleAll(new Verdict.TimedOut(before, ""));
            }
        }

        private static boolean hasCrash(SortedMap<Long, Verdict> verdicts) {
            return verdicts.values().stream().anyMatch(Verdict.Crashed.class::isInstance);
        }

        /**
         * A failure of the kit itself is retried once, then reported. If the submission's code had begun to run both times,
         * that is the reason: no other submission does this to its process.
         */
        private void broken(Session.Broken broken) {
            if (!retried) {
                retried = true;
            } else if (broken.started()) {
                SortedMap<Long, Verdict> verdicts = new TreeMap<>(Map.of(seeds.first(), blamed(broken.error())));
                settle(TestOutcome.of(left.get(0), seeds, verdicts));
            } else {
                settleAll(broken.error());
            }
        }

        private long lowestWithout(SortedMap<Long, Verdict> verdicts) {
            long seed = seeds.first();
            while (verdicts.containsKey(seed)) {
                seed++;
            }
            return seed;
        }

        private Child.Job job(List<TestCase> tests, Optional<Child.FailedSchedule> failed) {
            return new Child.Job(
                    Protocol.nonce(),
                    classes,
                    new LabSuite(suite.name(), tests),
                    seeds,
                    oneAtATime ? 1 : parallel,
                    !explained,
                    failed);
        }

        /** The first failed schedule so far. */
        private Optional<Child.FailedSchedule> failed() {
            return outcomes.values().stream()
                    .filter(outcome -> outcome.verdict() instanceof Verdict.Failed)
                    .findFirst()
                    .map(outcome -> new Child.FailedSchedule(
                            outcome.number(),
                            outcome.firstFailure().orElseThrow().seed(),
                            false));
        }

        private void settle(TestOutcome outcome) {
            outcomes.put(outcome.number(), outcome);
            left.removeIf(test -> test.number() == outcome.number());
            retried = false;
        }

        /** A refusal is found in one test and concerns the whole submission. */
        void refuseAllIfOneIs() {
            outcomes.values().stream()
                    .map(TestOutcome::verdict)
                    .filter(Verdict.Refused.class::isInstance)
                    .findFirst()
                    .ifPresent(why -> outcomes.replaceAll(
                            (number, outcome) -> TestOutcome.notRun(suite.test(number), seeds, why)));
        }

        private void settleAll(Verdict verdict) {
            List.copyOf(left).forEach(test -> settle(TestOutcome.notRun(test, seeds, verdict)));
        }
    }

    static String inWords(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String rendered(List<CompileError> errors) {
        return String.join("\n", errors.stream().map(CompileError::rendered).toList());
    }
}
