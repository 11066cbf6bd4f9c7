package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * Processes that are reused for jobs of many submissions, one for each concurrent job. One that does not answer is not
 * used again.
 */
final class ProcessPool<J, A> implements AutoCloseable {

    /** Bounds the effect of memory leaks in a process. */
    private static final int MAX_JOBS = 200;

    private final JobProcess.Kind<J, A> kind;
    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final Predicate<A> keeping;
    private final Deque<JobProcess<J, A>> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param keeping whether the process may be used again after an answer */
    ProcessPool(JobProcess.Kind<J, A> kind, int heapMegabytes, Sandbox sandbox, Predicate<A> keeping) {
        this.keeping = keeping;
        this.kind = kind;
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    /** @throws IOException if a process cannot be started */
    JobProcess.Reply<A> ask(J job, Duration timeout) throws IOException, InterruptedException {
        Optional<JobProcess<J, A>> idle = takeIdle();
        JobProcess<J, A> process = idle.isPresent() ? idle.get() : kind.start(heapMegabytes, sandbox);
        boolean kept = false;
        try {
            JobProcess.Reply<A> reply = process.ask(job, timeout);
            kept = reply.answer().filter(keeping).isPresent() && process.jobs() < MAX_JOBS && putIdle(process);
            return reply;
        } finally {
            if (!kept) {
                process.close();
            }
        }
    }

    private synchronized Optional<JobProcess<J, A>> takeIdle() {
        return Optional.ofNullable(idle.poll());
    }

    private synchronized boolean putIdle(JobProcess<J, A> process) {
        return !closed && idle.offerFirst(process);
    }

    @Override
    public void close() {
        List<JobProcess<J, A>> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(idle);
            idle.clear();
        }
        ending.forEach(JobProcess::close);
    }
}
