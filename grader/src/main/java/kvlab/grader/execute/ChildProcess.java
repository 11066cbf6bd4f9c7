package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * The parent's handle of a {@link Child} in a sandboxed JVM. The process is killed as soon as its report is complete.
 */
final class ChildProcess implements SubmissionRunner.Sessions {

    private static final int MAX_REPORT_LENGTH = 256 << 10;

    private final Protocol protocol = new Protocol();
    private final ExecutionLimits limits;
    private final Sandbox sandbox;

    ChildProcess(ExecutionLimits limits, Sandbox sandbox) {
        this.limits = limits;
        this.sandbox = sandbox;
    }

    @Override
    public Session run(Child.Job job, Duration limit) throws InterruptedException {
        SessionLog log = new SessionLog(job, limits);
        try (ConfinedJvm child = ConfinedJvm.start(Child.class, limits.heapMegabytes(), MAX_REPORT_LENGTH, sandbox)) {
            return follow(child, job, log, System.nanoTime() + limit.toNanos());
        } catch (IOException e) {
            log.unreported("starting a Java process failed: " + e);
            return log.close(new SessionLog.Exited(-1));
        }
    }

    private Session follow(ConfinedJvm child, Child.Job job, SessionLog log, long deadline)
            throws InterruptedException {
        child.send(protocol.writeJob(job));
        long silentAt = System.nanoTime() + limits.silence().toNanos();
        while (!log.isOver()) {
            OptionalInt exit = child.exitCode();
            Optional<String> line = child.receive();
            long now = System.nanoTime();
            if (line.isPresent() && take(line.get(), job, log)) {
                silentAt = now + limits.silence().toNanos();
            } else if (exit.isPresent() && line.isEmpty()) {
                return log.close(new SessionLog.Exited(exit.getAsInt()));
            } else if (now - deadline > 0) {
                return log.close(new SessionLog.RanOutOfTime());
            } else if (now - silentAt > 0) {
                return log.close(new SessionLog.FellSilent());
            }
        }
        return log.close(new SessionLog.Exited(0));
    }

    /** Returns whether the line is a report; other output does not reset the silence timeout. */
    private boolean take(String line, Child.Job job, SessionLog log) {
        Optional<Report> report = protocol.readReport(job.nonce(), line, Report.class);
        report.ifPresentOrElse(log::accept, () -> log.unreported(line));
        return report.isPresent();
    }
}
