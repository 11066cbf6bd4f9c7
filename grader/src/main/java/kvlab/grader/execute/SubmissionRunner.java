package kvlab.grader.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.CompileError;
import kvlab.grader.intake.Submission;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * Runs all tests of a suite on one submission, in as many child processes as that takes.
 *
 * <p>Equal submissions get equal outcomes, although schedules run in parallel: when a process is lost, the schedules in
 * flight do not show which of them did it, so that test is begun again with one schedule at a time. A hang is named by
 * the harness, and taken as it is when all lower seeds have ended before it.
 */
public final class SubmissionRunner {

    /** One child process from start to end. */
    @FunctionalInterface
    interface Sessions {
        /** @param limit real time after which the process is ended */
        Session run(Job job, Duration limit) throws InterruptedException;
    }

    private final LabSuite suite;
    private final Seeds seeds;
    private final int parallel;
    private final ExecutionLimits confinement;
    private final Checker checker;
    private final Sessions sessions;
    private final LongSupplier nanoTime;

    /**
     * @param parallel how many schedules of one test run at the same time
     * @param checker makes class files of what it is given to run
     */
    public SubmissionRunner(LabSuite suite, Seeds seeds, int parallel, ExecutionLimits confinement, Checker checker) {
        this(
                suite,
                seeds,
                parallel,
                confinement,
                checker,
                new ChildProcess(confinement.limits(), confinement.sandbox()),
                System::nanoTime);
    }

    SubmissionRunner(
            LabSuite suite,
            Seeds seeds,
            int parallel,
            ExecutionLimits confinement,
            Checker checker,
            Sessions sessions,
            LongSupplier nanoTime) {
        this.suite = suite;
        this.seeds = seeds;
        this.parallel = parallel;
        this.confinement = confinement;
        this.checker = checker;
        this.sessions = sessions;
        this.nanoTime = nanoTime;
    }

    /** Runs to the end, whatever the submission does. Takes real time up to a little over its limit. */
    public SubmissionOutcome run(Submission submission) {
        Run run = new Run();
        try {
            run.check(submission);
            while (!run.left.isEmpty()) {
                run.next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
        return new SubmissionOutcome(
                seeds,
                List.copyOf(run.outcomes.values()),
                run.compileErrors,
                confinement.sandbox().inWords());
    }

    /** The outcome of a submission that is not run, with this verdict for each test. */
    public SubmissionOutcome notRun(Verdict verdict) {
        return new SubmissionOutcome(
                seeds,
                suite.tests().stream()
                        .map(test -> TestOutcome.notRun(test, seeds, verdict))
                        .toList(),
                List.of(),
                confinement.sandbox().inWords());
    }

    /** Where one submission's run stands. */
    private final class Run {

        private final long start = nanoTime.getAsLong();
        private final List<TestCase> left = new ArrayList<>(suite.tests());
        private final SortedMap<Integer, TestOutcome> outcomes = new TreeMap<>();
        private Map<String, byte[]> classes = Map.of();
        private List<CompileError> compileErrors = List.of();
        private boolean oneAtATime;
        private final Set<Integer> triedAgain = new HashSet<>();
        private boolean retried;

        /** Settles all tests of what cannot be built. */
        void check(Submission submission) throws InterruptedException {
            CheckJob job =
                    new CheckJob(submission.files(), suite.needs(), confinement.alsoAllowed(), confinement.forbidden());
            Checked checked = check(job);
            if (checked instanceof Checked.Broken) {
                checked = check(job);
            }
            if (checked instanceof Checked.Accepted accepted) {
                classes = accepted.classes();
            } else if (checked instanceof Checked.DoesNotCompile failed) {
                compileErrors = failed.errors();
                settleAll(new Verdict.Refused(failed.reason(), rendered(failed.errors())));
            } else if (checked instanceof Checked.BreaksRules refused) {
                settleAll(refusal(refused.findings()));
            } else if (checked instanceof Checked.Broken broken) {
                settleAll(new Verdict.InfrastructureError(broken.reason(), broken.detail()));
            }
        }

        private Checked check(CheckJob job) throws InterruptedException {
            Duration silence = confinement.limits().silence();
            Duration left = timeLeft();
            return checker.check(job, left.compareTo(silence) < 0 ? left : silence);
        }

        private Duration timeLeft() {
            return confinement.limits().submission().minusNanos(nanoTime.getAsLong() - start);
        }

        /** Starts one more child on what is left, and takes from it what it shows. */
        void next() throws InterruptedException {
            Duration time = timeLeft();
            if (time.isNegative() || time.isZero()) {
                settleAll(new Verdict.TimedOut(
                        "the submission used up its "
                                + inWords(confinement.limits().submission()) + " before this test",
                        ""));
                return;
            }
            Session session = sessions.run(job(), time);
            session.finished().forEach((test, verdicts) -> {
                TestOutcome outcome = TestOutcome.of(suite.test(test), seeds, verdicts);
                boolean again = outcome.verdict() instanceof Verdict.InfrastructureError && triedAgain.add(test);
                if (!again) {
                    settle(outcome);
                }
            });
            Session.Ending ending = session.ending();
            if (ending instanceof Session.Stopped stopped) {
                stopped(stopped);
            } else if (ending instanceof Session.Broken broken) {
                broken(broken);
            }
        }

        private void stopped(Session.Stopped stopped) {
            SortedMap<Long, Verdict> verdicts = new TreeMap<>(stopped.verdicts());
            if (!seeds.areSettledBy(verdicts)) {
                if (!oneAtATime) {
                    oneAtATime = true;
                    return;
                }
                verdicts.put(lowestWithout(verdicts), stopped.cause());
            }
            settle(TestOutcome.of(suite.test(stopped.test()), seeds, verdicts));
        }

        /** A failure of the kit's own is tried once more, and then reported as what it is. */
        private void broken(Session.Broken broken) {
            Verdict verdict = new Verdict.InfrastructureError(broken.message(), broken.detail());
            if (!retried) {
                retried = true;
            } else if (broken.started()) {
                settle(TestOutcome.notRun(left.get(0), seeds, verdict));
            } else {
                settleAll(verdict);
            }
        }

        private long lowestWithout(SortedMap<Long, Verdict> verdicts) {
            long seed = seeds.first();
            while (verdicts.containsKey(seed)) {
                seed++;
            }
            return seed;
        }

        private Job job() {
            return new Job(
                    Nonce.fresh(),
                    classes,
                    suite.name(),
                    left.stream().map(TestCase::number).toList(),
                    seeds,
                    oneAtATime ? 1 : parallel);
        }

        private void settle(TestOutcome outcome) {
            outcomes.put(outcome.number(), outcome);
            left.removeIf(test -> test.number() == outcome.number());
            retried = false;
        }

        private void settleAll(Verdict verdict) {
            List.copyOf(left).forEach(test -> settle(TestOutcome.notRun(test, seeds, verdict)));
        }
    }

    static String inWords(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static Verdict refusal(List<Diagnostic> findings) {
        int more = findings.size() - 1;
        return new Verdict.Refused(
                findings.get(0).message() + (more == 0 ? "" : " (and " + more + " more, all in the details)"),
                findings.stream().map(Diagnostic::message).collect(Collectors.joining("\n")));
    }

    private static String rendered(List<CompileError> errors) {
        return String.join("\n", errors.stream().map(CompileError::rendered).toList());
    }
}
