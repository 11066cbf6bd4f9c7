package kvlab.grader.build;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kvlab.grader.sandbox.Sandbox;

/**
 * Builds in child processes, as many as there are builds at the same time. A process that got through is used again: the
 * compiler is several times faster once it is warm. That changes no outcome. A source that takes the compiler to some
 * limit of its own, such as its stack, may meet it elsewhere in a warm process; so one that could has a fresh process, and
 * so has one over which a used process was lost.
 */
public final class BuildProcesses implements Builds, AutoCloseable {

    /** What a process keeps of each job, if anything, is not kept for long. */
    private static final int MOST_JOBS = 200;

    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final Deque<BuildProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param heapMegabytes of each process, at most */
    public BuildProcesses(int heapMegabytes, Sandbox sandbox) {
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    @Override
    public Build build(BuildJob job, Duration patience) throws InterruptedException {
        Optional<BuildProcess> used = OrdinarySource.areAll(job.sources()) ? takeIdle() : Optional.empty();
        if (used.isPresent()) {
            BuildProcess.Reply reply = ask(used.get(), job, patience);
            if (reply.ending() != BuildProcess.Ending.DIED) {
                return reply.build();
            }
        }
        try {
            return ask(BuildProcess.start(heapMegabytes, sandbox), job, patience)
                    .build();
        } catch (IOException e) {
            return new Build.Broken("starting a Java process for the compiler failed: " + e, "");
        }
    }

    private BuildProcess.Reply ask(BuildProcess process, BuildJob job, Duration patience) throws InterruptedException {
        boolean kept = false;
        try {
            BuildProcess.Reply reply = process.ask(job, patience);
            kept = reply.ending() == BuildProcess.Ending.ANSWERED && process.jobs() < MOST_JOBS && putIdle(process);
            return reply;
        } finally {
            if (!kept) {
                process.close();
            }
        }
    }

    private synchronized Optional<BuildProcess> takeIdle() {
        return Optional.ofNullable(idle.poll());
    }

    private synchronized boolean putIdle(BuildProcess process) {
        return !closed && idle.offerFirst(process);
    }

    @Override
    public void close() {
        List<BuildProcess> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(idle);
            idle.clear();
        }
        ending.forEach(BuildProcess::close);
    }
}
