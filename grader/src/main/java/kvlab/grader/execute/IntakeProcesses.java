package kvlab.grader.execute;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.NotReadException;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Opened;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.files.UnusableException;

/**
 * Opens archives and repositories in processes with bounded memory and time. An upload that fails in one is tried again in
 * a new one, and refused if that fails too.
 */
public final class IntakeProcesses implements OpenJob.Opener, AutoCloseable {

    /** Enough for the largest archive with all that it may unpack to. */
    private static final int HEAP_MEGABYTES = 384;

    /** Far longer than an honest upload takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final int heapMegabytes;
    private final Duration timeout;
    private final ProcessPool<OpenJob, IntakeChild.Answer> processes;

    /** For what these students handed in: the processes see the directories that it is in. */
    public static IntakeProcesses of(List<StudentUploads> students, Sandbox sandbox) {
        Set<Path> directories = students.stream()
                .flatMap(uploads -> uploads.uploads().stream())
                .flatMap(upload -> upload.parts().values().stream())
                .map(IntakeProcesses::directory)
                .collect(Collectors.toSet());
        return new IntakeProcesses(sandbox.forReading(directories), HEAP_MEGABYTES, TIMEOUT);
    }

    /** Not the root, which would be all. */
    private static Path directory(Path upload) {
        try {
            Path whole = upload.toRealPath();
            Path parent = whole.getParent();
            return parent == null || parent.getParent() == null ? whole : parent;
        } catch (IOException unreadable) {
            // Opening it will say so.
            return upload.toAbsolutePath();
        }
    }

    IntakeProcesses(Sandbox sandbox, int heapMegabytes, Duration timeout) {
        this.sandbox = sandbox;
        this.heapMegabytes = heapMegabytes;
        this.timeout = timeout;
        this.processes = new ProcessPool<>(IntakeChild.KIND, heapMegabytes, sandbox);
    }

    /** @throws NotReadException if it cannot be read, or no process can be started */
    @Override
    public Opened open(OpenJob job) throws IOException {
        try {
            Optional<Opened> first = opened(processes.ask(job, timeout));
            return first.isPresent() ? first.get() : again(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
    }

    private Opened again(OpenJob job) throws IOException, InterruptedException {
        JobProcess.Reply<IntakeChild.Answer> reply;
        try (JobProcess<OpenJob, IntakeChild.Answer> fresh = IntakeChild.KIND.start(heapMegabytes, sandbox)) {
            reply = fresh.ask(job, timeout);
        }
        Optional<Opened> opened = opened(reply);
        if (opened.isPresent()) {
            return opened.get();
        }
        throw switch (reply.ending()) {
            case ANSWERED ->
                reply.answer().orElseThrow() instanceof IntakeChild.GaveUp gaveUp
                        ? new UnusableException(
                                Diagnostic.of("intake.opening-gave-up").with("error", gaveUp.error()))
                        : tooSlow();
            case TOOK_TOO_LONG -> tooSlow();
            case DIED -> died(reply);
            case DID_NOT_START ->
                new NotReadException(Diagnostic.of("intake.not-read")
                        .with("reason", "the process that reads it did not start, exit code " + reply.exitCode()));
        };
    }

    /** Empty if it failed in a way that may be the machine's. */
    private static Optional<Opened> opened(JobProcess.Reply<IntakeChild.Answer> reply) throws IOException {
        IntakeChild.Answer answer = reply.answer().orElse(new IntakeChild.TooSlow());
        if (answer instanceof IntakeChild.Done done) {
            return Optional.of(done.opened());
        } else if (answer instanceof IntakeChild.Refused refused) {
            throw new UnusableException(refused.reason());
        } else if (answer instanceof IntakeChild.NotRead notRead) {
            throw new NotReadException(notRead.reason());
        }
        return Optional.empty();
    }

    private static UnusableException tooSlow() {
        return new UnusableException(Diagnostic.of("intake.too-slow"));
    }

    private UnusableException died(JobProcess.Reply<IntakeChild.Answer> reply) {
        Diagnostic died = Diagnostic.of("intake.opening-died");
        return new UnusableException(
                reply.isOutOfMemory() ? died.with("megabytes", heapMegabytes) : died.with("exit", reply.exitCode()));
    }

    @Override
    public void close() {
        processes.close();
    }
}
