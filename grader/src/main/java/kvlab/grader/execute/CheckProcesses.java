package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * Checks sources in child processes, as many as there are checks at the same time. A process that got through is used again: the
 * compiler is several times faster once it is warm. That changes no outcome. A source that takes the compiler to some
 * limit, such as its stack or its heap, may meet it elsewhere in a warm process; so one that could has a process to
 * itself, and so has one over which a shared process was lost.
 */
public final class CheckProcesses implements AutoCloseable {

    /** What a process keeps of each job, if anything, is not kept for long. */
    private static final int MAX_JOBS = 200;

    /** The compiler fills what it has before it looks for garbage. */
    private static final int SHARED_HEAP_MEGABYTES = 96;

    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final Deque<CheckProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param heapMegabytes of a process that checks one submission, at most */
    public CheckProcesses(int heapMegabytes, Sandbox sandbox) {
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    /**
     * Checks a submission. A failure of the kit's own is tried once more, and then reported as what it is.
     *
     * @param patience real time after which the compiler is taken not to get through
     */
    public Checked check(CheckJob job, Duration patience) throws InterruptedException {
        Checked checked = tryOnce(job, patience);
        return checked instanceof Checked.Broken ? tryOnce(job, patience) : checked;
    }

    private Checked tryOnce(CheckJob job, Duration patience) throws InterruptedException {
        try {
            Optional<Checked> checked = OrdinarySource.areAll(job.sources()) ? shared(job, patience) : Optional.empty();
            return checked.isPresent() ? checked.get() : alone(job, patience);
        } catch (IOException e) {
            return new Checked.Broken(
                    Diagnostic.of("infrastructure.compiler-not-started").with("error", e), "");
        }
    }

    private Checked alone(CheckJob job, Duration patience) throws IOException, InterruptedException {
        try (CheckProcess process = CheckProcess.start(heapMegabytes, sandbox)) {
            return process.ask(job, patience).checked();
        }
    }

    /** Empty if the process was lost over it. */
    private Optional<Checked> shared(CheckJob job, Duration patience) throws IOException, InterruptedException {
        Optional<CheckProcess> idle = takeIdle();
        CheckProcess process = idle.isPresent()
                ? idle.get()
                : CheckProcess.start(Math.min(SHARED_HEAP_MEGABYTES, heapMegabytes), sandbox);
        boolean kept = false;
        try {
            CheckProcess.Reply reply = process.ask(job, patience);
            kept = reply.ending() == CheckProcess.Ending.ANSWERED && process.jobs() < MAX_JOBS && putIdle(process);
            return reply.ending() == CheckProcess.Ending.DIED ? Optional.empty() : Optional.of(reply.checked());
        } finally {
            if (!kept) {
                process.close();
            }
        }
    }

    private synchronized Optional<CheckProcess> takeIdle() {
        return Optional.ofNullable(idle.poll());
    }

    private synchronized boolean putIdle(CheckProcess process) {
        return !closed && idle.offerFirst(process);
    }

    @Override
    public void close() {
        List<CheckProcess> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(idle);
            idle.clear();
        }
        ending.forEach(CheckProcess::close);
    }
}
