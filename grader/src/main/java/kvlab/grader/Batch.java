package kvlab.grader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kvlab.grader.intake.HandIn;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.Receipt;
import kvlab.grader.policy.Policy;
import kvlab.grader.report.Graded;
import kvlab.grader.report.SubmissionNames;
import kvlab.grader.run.Sandbox;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.score.Score;

/**
 * Grades many submissions. Starting a process and compiling keep one processor busy whatever the tests do, so
 * processors go to submissions first, and to schedules within one only when there are fewer submissions than that.
 */
final class Batch {

    /** Told of each submission as soon as it is graded, one at a time, in the order in which that happens. */
    @FunctionalInterface
    interface Listener {
        void graded(Graded graded) throws IOException;
    }

    /** Paths do not say when they were handed in. */
    private static final int IN_TIME = 0;

    private final Policy policy;
    private final int threads;
    private final Sandbox sandbox;

    /** @param threads how many schedules run at the same time, over all submissions */
    Batch(Policy policy, int threads, Sandbox sandbox) {
        this.policy = policy;
        this.threads = threads;
        this.sandbox = sandbox;
    }

    /**
     * Grades the submissions at these paths and returns them in this order.
     *
     * @throws IOException if the listener does
     */
    List<Graded> grade(List<Path> paths, Listener listener) throws IOException, InterruptedException {
        int atOnce = Math.min(threads, paths.size());
        Examination examination = new Examination(policy, threads / atOnce, sandbox);
        ExecutorService submissions = Executors.newFixedThreadPool(atOnce);
        try {
            SubmissionNames names = new SubmissionNames();
            List<Future<Graded>> pending = new ArrayList<>();
            for (Path path : paths) {
                String name = names.distinct(HandIn.at(path).student().fileName());
                pending.add(submissions.submit(() -> {
                    Graded graded = grade(examination, name, path);
                    synchronized (listener) {
                        listener.graded(graded);
                    }
                    return graded;
                }));
            }
            List<Graded> batch = new ArrayList<>();
            for (Future<Graded> graded : pending) {
                batch.add(graded.get());
            }
            return batch;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException notWritten) {
                throw notWritten;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            submissions.shutdownNow();
        }
    }

    private Graded grade(Examination examination, String name, Path path) {
        Receipt receipt = new Intake().read(path);
        SubmissionOutcome outcome;
        if (receipt instanceof Receipt.Received received) {
            outcome = examination.run(received.submission());
        } else if (receipt instanceof Receipt.Unusable unusable) {
            outcome = examination.refused(unusable.line());
        } else {
            outcome = examination.notRead(((Receipt.NotRead) receipt).line());
        }
        return new Graded(name, path.toString(), outcome, Score.of(policy, outcome, IN_TIME));
    }
}
