package kvlab.grader.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Child} in a JVM of its own, in a sandbox, with an empty environment and a bounded heap. It is
 * killed with all its descendants as soon as nothing more is wanted of it.
 */
final class ChildProcess implements SubmissionRunner.Sessions {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LINES_AHEAD = 1_000;

    private final Protocol protocol = new Protocol();
    private final Limits limits;
    private final Sandbox sandbox;

    ChildProcess(Limits limits, Sandbox sandbox) {
        this.limits = limits;
        this.sandbox = sandbox;
    }

    @Override
    public Session run(Job job, Duration limit) {
        SessionLog log = new SessionLog(job, limits);
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            Process process = start(directory.path());
            // A child may be too busy to notice that its standard input has ended.
            Thread atExit = new Thread(() -> destroy(process), "child-end");
            Runtime.getRuntime().addShutdownHook(atExit);
            try {
                return follow(process, job, log, System.nanoTime() + limit.toNanos());
            } finally {
                destroy(process);
                process.waitFor();
                forget(atExit);
            }
        } catch (IOException e) {
            log.stray("starting a Java process failed: " + e);
            return log.close(new SessionLog.Exited(-1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
    }

    private Session follow(Process process, Job job, SessionLog log, long deadline) throws InterruptedException {
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
        Thread reader = daemon("lines", () -> readLines(process.getInputStream(), lines));
        send(process.getOutputStream(), protocol.write(job));
        long silentAt = System.nanoTime() + limits.silence().toNanos();
        while (!log.isOver()) {
            String line = lines.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            long now = System.nanoTime();
            if (line != null && take(line, job, log)) {
                silentAt = now + limits.silence().toNanos();
            } else if (line == null && !process.isAlive()) {
                // What it wrote before it ended may still be in the pipe; a process it left behind may hold that open.
                reader.join(POLL.toMillis() * 10);
                List<String> last = new ArrayList<>();
                lines.drainTo(last);
                last.forEach(each -> take(each, job, log));
                return log.close(new SessionLog.Exited(process.exitValue()));
            } else if (now - deadline > 0) {
                return log.close(new SessionLog.RanOutOfTime());
            } else if (now - silentAt > 0) {
                return log.close(new SessionLog.FellSilent());
            }
        }
        return log.close(new SessionLog.Exited(0));
    }

    /** Returns whether it is a report: whatever else is written there is no sign of life. */
    private boolean take(String line, Job job, SessionLog log) {
        Optional<Report> report = protocol.readReport(job.nonce(), line);
        report.ifPresentOrElse(log::accept, () -> log.stray(line));
        return report.isPresent();
    }

    private static void readLines(InputStream output, BlockingQueue<String> read) {
        try (BoundedLines lines = new BoundedLines(output)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                read.put(line.get());
            }
        } catch (IOException | InterruptedException closed) {
            // The process was killed: there is nothing more to read.
        }
    }

    private static void send(OutputStream input, String job) {
        // Left open: its end tells the child that this process is gone.
        try {
            input.write((job + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            // It ended before it read its job; its exit code is about to say so.
        }
    }

    private Process start(Path directory) throws IOException {
        List<String> command = sandbox.around(ChildJvm.command(limits, directory, Child.class));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                // One stream has one order: what is written before a report, and what after it, is the same each time.
                .redirectErrorStream(true);
        builder.environment().clear();
        return builder.start();
    }

    static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException atExit) {
            // It is being run.
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "child-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
