package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kvlab.grader.execute.CheckProcesses;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.Score;
import kvlab.schedule.Verdict;

/**
 * Grades many submissions. Starting a process and compiling keep one processor busy whatever the tests do, so
 * processors go to submissions first, and to schedules within one only when there are fewer submissions than that.
 *
 * <p>Each result is kept as soon as it is there, and a result with the right key is never made again: a batch that was
 * killed goes on where it was.
 *
 * @param kit the directory of the kit that students got
 * @param threads how many schedules run at the same time, over all submissions
 */
public record Batch(Policy policy, Path kit, int threads, Sandbox sandbox, KeptResults kept) {

    /**
     * What became of one submission.
     *
     * @param result by this policy
     * @param earlier a result for another state of submission, policy or kit, if there was one
     * @param graded false if the result was there already
     * @param setAside earlier results that were damaged, and counted as none
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
     * A schedule whose coroutines are threads waits for their hand-overs half of its time: two keep a processor busy, and need
     * only one process.
     */
    private static final int SCHEDULES_OF_ONE = 2;

    /**
     * Grades what these students handed in and returns the results in this order.
     *
     * @param listener receives each submission's step as soon as its result is there, one at a time
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public List<Step> grade(List<StudentUploads> students, Consumer<Step> listener)
            throws IOException, InterruptedException {
        int atOnce = Math.max(1, Math.min((threads + 1) / SCHEDULES_OF_ONE, students.size()));
        PolicyIntake intake = new PolicyIntake(policy, kit);
        ExecutorService submissions = Executors.newFixedThreadPool(atOnce);
        try (CheckProcesses checks = new CheckProcesses(TestPlan.heapMegabytes(policy), sandbox)) {
            TestPlan plan = new TestPlan(policy, threads / atOnce, sandbox, checks::check);
            List<Future<Step>> pending = new ArrayList<>();
            for (StudentUploads uploads : students) {
                pending.add(submissions.submit(() -> {
                    Step step = step(intake.open(uploads), plan);
                    synchronized (listener) {
                        listener.accept(step);
                    }
                    return step;
                }));
            }
            List<Step> steps = new ArrayList<>();
            for (Future<Step> step : pending) {
                steps.add(step.get());
            }
            return steps;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException notKept) {
                throw notKept;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            submissions.shutdownNow();
        }
    }

    /**
     * Grades nothing: what has been graded of these students' submissions, as they are now and by this policy.
     *
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public List<Step> graded(List<StudentUploads> students) throws IOException {
        PolicyIntake intake = new PolicyIntake(policy, kit);
        List<Step> steps = new ArrayList<>();
        for (StudentUploads uploads : students) {
            kept.known(intake.open(uploads).header()).ifPresent(steps::add);
        }
        return steps;
    }

    /** Takes the result from an earlier run, or else makes it, whatever the submission does. */
    private Step step(PolicyIntake.Opened opened, TestPlan plan) throws IOException {
        Optional<Step> known = kept.known(opened.header());
        if (known.isPresent()) {
            return known.get();
        }
        SubmissionOutcome outcome = outcome(opened.intake(), plan);
        Score score = Score.of(policy, outcome, opened.header().lateDays());
        return kept.keep(SubmissionResult.of(policy, opened.header(), outcome, score), true);
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
