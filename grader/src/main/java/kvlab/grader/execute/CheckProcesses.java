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
 * Checks sources in a pool of child processes, one per concurrent check. Processes are reused, because a warm compiler
 * is several times faster. Reuse does not change outcomes: a source that may exhaust the compiler's stack or heap,
 * where a warm process could behave differently, gets a fresh process, and so does one that a shared process died on.
 */
public final class CheckProcesses implements AutoCloseable {

    /** Bounds the effect of memory leaks in a process. */
    private static final int MAX_JOBS = 200;

    /** Small, because the compiler fills the heap before it collects garbage. */
    private static final int SHARED_HEAP_MEGABYTES = 96;

    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final Deque<CheckProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param heapMegabytes the maximum heap of a process that checks one submission */
    public CheckProcesses(int heapMegabytes, Sandbox sandbox) {
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    /**
     * Checks a submission. A failure of the kit itself is retried once, then reported.
     *
     * @param timeout real time after which the compiler is considered hung
     */
    public Checked check(CheckJob job, Duration timeout) throws InterruptedException {
        Checked checked = tryOnce(job, timeout);
        return checked instanceof Checked.Broken ? tryOnce(job, timeout) : checked;
    }

    private Checked tryOnce(CheckJob job, Duration timeout) throws InterruptedException {
        try {
            Optional<Checked> checked = OrdinarySource.areAll(job.sources()) ? shared(job, timeout) : Optional.empty();
            return checked.isPresent() ? checked.get() : alone(job, timeout);
        } catch (IOException e) {
            return new Checked.Broken(
                    Diagnostic.of("infrastructure.compiler-not-started").with("error", e), "");
        }
    }

    private Checked alone(CheckJob job, Duration timeout) throws IOException, InterruptedException {
        try (CheckProcess process = CheckProcess.start(heapMegabytes, sandbox)) {
            return process.ask(job, timeout).checked();
        }
    }

    /** Checks in a shared process; empty if the process died. */
    private Optional<Checked> shared(CheckJob job, Duration timeout) throws IOException, InterruptedException {
        Optional<CheckProcess> idle = takeIdle();
        CheckProcess process = idle.isPresent()
                ? idle.get()
                : CheckProcess.start(Math.min(SHARED_HEAP_MEGABYTES, heapMegabytes), sandbox);
        boolean kept = false;
        try {
            CheckProcess.Reply reply = process.ask(job, timeout);
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
