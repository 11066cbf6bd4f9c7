package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kvlab.grader.check.Build;
import kvlab.grader.check.BuildJob;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * Builds in child processes, as many as there are builds at the same time. A process that got through is used again: the
 * compiler is several times faster once it is warm. That changes no outcome. A source that takes the compiler to some
 * limit, such as its stack or its heap, may meet it elsewhere in a warm process; so one that could has a process to
 * itself, and so has one over which a shared process was lost.
 */
public final class BuildProcesses implements Builds, AutoCloseable {

    /** What a process keeps of each job, if anything, is not kept for long. */
    private static final int MAX_JOBS = 200;

    /** The compiler fills what it has before it looks for garbage. */
    private static final int SHARED_HEAP_MEGABYTES = 96;

    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final Deque<BuildProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param heapMegabytes of a process that builds one submission, at most */
    public BuildProcesses(int heapMegabytes, Sandbox sandbox) {
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    @Override
    public Build build(BuildJob job, Duration patience) throws InterruptedException {
        try {
            Optional<Build> build = OrdinarySource.areAll(job.sources()) ? shared(job, patience) : Optional.empty();
            return build.isPresent() ? build.get() : alone(job, patience);
        } catch (IOException e) {
            return new Build.Broken("starting a Java process for the compiler failed: " + e, "");
        }
    }

    private Build alone(BuildJob job, Duration patience) throws IOException, InterruptedException {
        try (BuildProcess process = BuildProcess.start(heapMegabytes, sandbox)) {
            return process.ask(job, patience).build();
        }
    }

    /** Empty if the process was lost over it. */
    private Optional<Build> shared(BuildJob job, Duration patience) throws IOException, InterruptedException {
        Optional<BuildProcess> idle = takeIdle();
        BuildProcess process = idle.isPresent()
                ? idle.get()
                : BuildProcess.start(Math.min(SHARED_HEAP_MEGABYTES, heapMegabytes), sandbox);
        boolean kept = false;
        try {
            BuildProcess.Reply reply = process.ask(job, patience);
            kept = reply.ending() == BuildProcess.Ending.ANSWERED && process.jobs() < MAX_JOBS && putIdle(process);
            return reply.ending() == BuildProcess.Ending.DIED ? Optional.empty() : Optional.of(reply.build());
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
