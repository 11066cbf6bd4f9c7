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
import kvlab.grader.report.Graded;
import kvlab.grader.report.SubmissionNames;
import kvlab.grader.run.Limits;
import kvlab.grader.run.Seeds;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.run.SubmissionRunner;
import kvlab.grader.score.Assignment;
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

    private final Assignment assignment;
    private final int threads;

    /** @param threads how many schedules run at the same time, over all submissions */
    Batch(Assignment assignment, int threads) {
        this.assignment = assignment;
        this.threads = threads;
    }

    /**
     * Grades the submissions at these paths and returns them in this order.
     *
     * @throws IOException if the listener does
     */
    List<Graded> grade(List<Path> paths, Listener listener) throws IOException, InterruptedException {
        int atOnce = Math.min(threads, paths.size());
        SubmissionRunner runner = new SubmissionRunner(
                assignment.suite(),
                new Seeds(assignment.seed(), assignment.schedules()),
                threads / atOnce,
                Limits.DEFAULT);
        ExecutorService submissions = Executors.newFixedThreadPool(atOnce);
        try {
            SubmissionNames names = new SubmissionNames();
            List<Future<Graded>> pending = new ArrayList<>();
            for (Path path : paths) {
                String name = names.distinct(HandIn.at(path).student().fileName());
                pending.add(submissions.submit(() -> {
                    Graded graded = grade(runner, name, path);
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

    private Graded grade(SubmissionRunner runner, String name, Path path) {
        Receipt receipt = new Intake().read(path);
        SubmissionOutcome outcome;
        if (receipt instanceof Receipt.Received received) {
            outcome = runner.run(received.submission());
        } else if (receipt instanceof Receipt.Unusable unusable) {
            outcome = runner.refused(unusable.line());
        } else {
            outcome = runner.notRead(((Receipt.NotRead) receipt).line());
        }
        return new Graded(name, path.toString(), outcome, Score.of(assignment, outcome));
    }
}
