package kvlab.grader.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A {@link Child} in a JVM of its own, with an empty environment, an empty working directory and a bounded heap. It is
 * killed with all its descendants as soon as nothing more is wanted of it.
 */
final class ChildProcess implements SubmissionRunner.Sessions {

    /** The option that names the archive of class data which the JVM starts faster with. */
    private static final String CLASS_DATA = "-XX:SharedArchiveFile=";

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int REPORTS_AHEAD = 1_000;

    private final Protocol protocol = new Protocol();
    private final Limits limits;

    ChildProcess(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Session run(Job job, Duration limit) {
        SessionLog log = new SessionLog(job, limits);
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            Process process = start(directory.path());
            try {
                return follow(process, job, log, System.nanoTime() + limit.toNanos());
            } finally {
                kill(process);
            }
        } catch (IOException e) {
            return log.close(new SessionLog.Exited(-1), "starting a Java process failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
    }

    private Session follow(Process process, Job job, SessionLog log, long deadline) throws InterruptedException {
        BlockingQueue<Report> reports = new ArrayBlockingQueue<>(REPORTS_AHEAD);
        Thread reader = daemon("reports", () -> readReports(process.getInputStream(), job.nonce(), reports));
        OutputTail errors = new OutputTail(process.getErrorStream());
        Thread drain = daemon("errors", errors);
        send(process.getOutputStream(), protocol.write(job));
        long silentAt = System.nanoTime() + limits.silence().toNanos();
        while (!log.isOver()) {
            Report report = reports.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            long now = System.nanoTime();
            if (report != null) {
                log.accept(report);
                silentAt = now + limits.silence().toNanos();
            } else if (!process.isAlive()) {
                // What it wrote before it ended may still be in the pipe; a process it left behind may hold that open.
                reader.join(POLL.toMillis() * 10);
                drain.join(POLL.toMillis());
                List<Report> last = new ArrayList<>();
                reports.drainTo(last);
                last.forEach(log::accept);
                return log.close(new SessionLog.Exited(process.exitValue()), errors.text());
            } else if (now - deadline > 0) {
                return log.close(new SessionLog.RanOutOfTime(), errors.text());
            } else if (now - silentAt > 0) {
                return log.close(new SessionLog.FellSilent(), errors.text());
            }
        }
        return log.close(new SessionLog.Exited(0), "");
    }

    private void readReports(InputStream output, String nonce, BlockingQueue<Report> reports) {
        try (BoundedLines lines = new BoundedLines(output)) {
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                Optional<Report> report = protocol.readReport(nonce, line.get());
                if (report.isPresent()) {
                    reports.put(report.get());
                }
                line = lines.next();
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Optional.ofNullable(System.getProperty("kvlab.classdata")).ifPresent(file -> command.add(CLASS_DATA + file));
        command.addAll(List.of(
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Identity hashes are made constant: a HashMap of enums, say, is iterated alike in every run.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-XX:-UsePerfData",
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                absoluteClassPath(),
                Child.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        return builder.start();
    }

    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "child-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
