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
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;

/**
 * Grades many submissions. Starting a process and compiling keep one processor busy whatever the tests do, so
 * processors go to submissions first, and to schedules within one only when there are fewer submissions than that.
 *
 * <p>Each result is kept as soon as it is there, and a result with the right key is never made again: a batch that was
 * killed goes on where it was.
 */
public final class Batch {

    /** Told of each submission as soon as its result is there, one at a time, in the order in which that happens. */
    @FunctionalInterface
    public interface Listener {
        void ended(Step step);
    }

    /**
     * What became of one submission.
     *
     * @param result by this policy
     * @param earlier a result for another state of submission, policy or kit, if there was one
     * @param graded false if the result was there already
     * @param setAside earlier results that were damaged, and counted as none
     */
    public record Step(
            SubmissionResult result, Optional<SubmissionResult> earlier, boolean graded, List<SetAside> setAside) {

        public Step {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * What was graded before.
     *
     * @param missing names of those that were not, or whose result is for another state of submission, policy or kit
     */
    public record Inventory(List<Step> steps, List<String> missing) {

        public Inventory {
            steps = List.copyOf(steps);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A schedule whose coroutines are threads waits for their hand-overs half of its time: two keep a processor busy, and need
     * only one process.
     */
    private static final int SCHEDULES_OF_ONE = 2;

    private final Policy policy;
    private final Path kit;
    private final int threads;
    private final Sandbox sandbox;
    private final KeptResults kept;

    /**
     * @param kit the directory of the kit that students got
     * @param threads how many schedules run at the same time, over all submissions
     */
    public Batch(Policy policy, Path kit, int threads, Sandbox sandbox, KeptResults kept) {
        this.policy = policy;
        this.kit = kit;
        this.threads = threads;
        this.sandbox = sandbox;
        this.kept = kept;
    }

    /**
     * Grades what these students handed in and returns the results in this order.
     *
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public List<Step> grade(List<StudentUploads> students, Listener listener) throws IOException, InterruptedException {
        int atOnce = Math.max(1, Math.min((threads + 1) / SCHEDULES_OF_ONE, students.size()));
        ExecutorService submissions = Executors.newFixedThreadPool(atOnce);
        try (Grading grading = new Grading(policy, kit, threads / atOnce, sandbox)) {
            List<Future<Step>> pending = new ArrayList<>();
            for (StudentUploads uploads : students) {
                pending.add(submissions.submit(() -> {
                    Step step = step(grading.open(uploads));
                    synchronized (listener) {
                        listener.ended(step);
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
     * Looks for the results of these students' submissions and grades none.
     *
     * @throws IOException if the kit cannot be read, or results not read or written
     */
    public Inventory inventory(List<StudentUploads> students) throws IOException {
        Grading grading = new Grading(policy, kit, threads, sandbox);
        List<Step> steps = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (StudentUploads uploads : students) {
            Grading.Opened opened = grading.open(uploads);
            Optional<Step> known = known(opened, kept.entry(opened.name()));
            known.ifPresentOrElse(steps::add, () -> missing.add(opened.name()));
        }
        return new Inventory(steps, missing);
    }

    private Step step(Grading.Opened opened) throws IOException {
        KeptResults.Entry entry = kept.entry(opened.name());
        Optional<Step> known = known(opened, entry);
        return known.isPresent() ? known.get() : step(entry, opened.grade(), true);
    }

    private static Optional<Step> known(Grading.Opened opened, KeptResults.Entry entry) throws IOException {
        Optional<SubmissionResult> result = entry.with(opened.key());
        return result.isPresent() ? Optional.of(step(entry, result.get(), false)) : Optional.empty();
    }

    private static Step step(KeptResults.Entry entry, SubmissionResult result, boolean graded) throws IOException {
        KeptResults.Kept kept = entry.keep(result);
        return new Step(result, kept.earlier(), graded, kept.setAside());
    }
}
