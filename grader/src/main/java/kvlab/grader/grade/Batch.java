package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.CheckProcesses;
import kvlab.grader.execute.IntakeProcesses;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.Score;
import kvlab.schedule.Verdict;

/**
 * Grades many submissions. Process start and compilation are sequential, so submissions run in parallel first; the
 * schedules of one submission run in parallel only if processors are left.
 *
 * <p>Each result is stored at once, and a submission whose result has the current key is not graded again: a killed
 * batch resumes.
 *
 * @param kit the directory of the kit that students got
 * @param threads how many schedules run at the same time, over all submissions
 * @param concessions what single students are granted, by their file names
 */
public record Batch(
        Policy policy, Path kit, int threads, Sandbox sandbox, KeptResults kept, Map<String, Concession> concessions) {

    public Batch {
        concessions = Map.copyOf(concessions);
    }

    /** A batch in which the policy holds for everybody. */
    public Batch(Policy policy, Path kit, int threads, Sandbox sandbox, KeptResults kept) {
        this(policy, kit, threads, sandbox, kept, Map.of());
    }

    /**
     * The progress of one submission.
     *
     * @param result by this policy
     * @param earlier the result for an earlier state of submission, policy or kit, if any
     * @param graded false if the result was stored already
     * @param setAside earlier results that were damaged and are ignored
     */
    public record Step(
            SubmissionResult result,
            Optional<SubmissionResult> earlier,
            boolean graded,
            List<KeptResults.SetAside> setAside) {

        public Step {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * A schedule whose coroutines are threads waits half of its time for thread switches, so two schedules in one
     * process use a processor fully.
     */
    private static final int SCHEDULES_OF_ONE = 2;

    /**
     * Grades what these students handed in and returns the results in this order. Whatever one submission causes, the
     * others are graded.
     *
     * @param listener receives each submission's step as soon as its result is stored, one at a time
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public List<Step> grade(List<StudentUploads> students, Consumer<Step> listener)
            throws IOException, InterruptedException {
        int atOnce = Math.max(1, Math.min((threads + 1) / SCHEDULES_OF_ONE, students.size()));
        ExecutorService submissions = Executors.newFixedThreadPool(atOnce);
        try (CheckProcesses checks = new CheckProcesses(TestPlan.heapMegabytes(policy), sandbox);
                IntakeProcesses openings = IntakeProcesses.of(students, sandbox)) {
            PolicyIntake intake = new PolicyIntake(policy, kit, openings);
            List<Future<Step>> pending = new ArrayList<>();
            for (StudentUploads uploads : students) {
                pending.add(submissions.submit(() -> {
                    Step step = step(
                            opened(intake, uploads),
                            seed -> new TestPlan(policy, seed, threads / atOnce, sandbox, checks::check));
                    synchronized (listener) {
                        listener.accept(step);
                    }
                    return step;
                }));
            }
            return all(pending);
        } finally {
            submissions.shutdownNow();
        }
    }

    /** Waits for all, also if a result cannot be stored. */
    private static List<Step> all(List<Future<Step>> pending) throws IOException, InterruptedException {
        List<Step> steps = new ArrayList<>();
        Optional<Throwable> failure = Optional.empty();
        for (Future<Step> step : pending) {
            try {
                steps.add(step.get());
            } catch (ExecutionException e) {
                failure = failure.or(() -> Optional.of(e.getCause()));
            }
        }
        if (failure.isPresent()) {
            if (failure.get() instanceof IOException notKept) {
                throw notKept;
            }
            throw new IllegalStateException(failure.get());
        }
        return steps;
    }

    /**
     * Returns the stored results of these submissions in their current state, by this policy, and grades nothing.
     *
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public List<Step> graded(List<StudentUploads> students) throws IOException {
        List<Step> steps = new ArrayList<>();
        try (IntakeProcesses openings = IntakeProcesses.of(students, sandbox)) {
            PolicyIntake intake = new PolicyIntake(policy, kit, openings);
            for (StudentUploads uploads : students) {
                kept.known(opened(intake, uploads).header(), policy).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private HandIn opened(PolicyIntake intake, StudentUploads uploads) {
        return intake.granting(concessions.getOrDefault(uploads.fileName(), Concession.NONE))
                .open(uploads);
    }

    /** Takes the result from an earlier run, or grades the submission. */
    private Step step(HandIn handIn, LongFunction<TestPlan> planWithSeed) throws IOException {
        Optional<Step> known = kept.known(handIn.header(), policy);
        return known.isPresent()
                ? known.get()
                : kept.keep(new BestCandidate(policy, candidate -> graded(candidate, planWithSeed)).of(handIn));
    }

    private Graded graded(PolicyIntake.Opened opened, LongFunction<TestPlan> planWithSeed) {
        List<SourceFile> files = opened.intake() instanceof IntakeResult.Received received
                ? received.submission().files()
                : List.of();
        TestPlan plan = planWithSeed.apply(policy.seed().of(files));
        Graded graded = Attempt.twice(
                () -> graded(opened.header(), outcome(opened.intake(), plan)),
                failure -> graded(opened.header(), plan.notRun(gaveUp(failure))));
        Attempt.requireGoingOn();
        return graded;
    }

    private Graded graded(SubmissionHeader header, SubmissionOutcome outcome) {
        SubmissionResult result =
                SubmissionResult.of(policy, header, outcome, Score.of(policy, outcome, header.lateDays()));
        return new Graded(result, ResultPicture.of(result, outcome.tests()));
    }

    private static Verdict gaveUp(Throwable failure) {
        String error = failure.getClass().getSimpleName();
        return Attempt.isOfMachine(failure)
                ? new Verdict.InfrastructureError(
                        Diagnostic.of("infrastructure.grader-failed").with("error", error), "")
                : new Verdict.Refused(Diagnostic.of("grade.gave-up").with("error", error), "");
    }

    private static SubmissionOutcome outcome(IntakeResult intake, TestPlan plan) {
        if (intake instanceof IntakeResult.Received received) {
            return plan.run(received.submission());
        }
        return plan.notRun(
                intake instanceof IntakeResult.Unusable unusable
                        ? new Verdict.Refused(unusable.reason(), "")
                        : new Verdict.InfrastructureError(((IntakeResult.NotRead) intake).reason(), ""));
    }
}
