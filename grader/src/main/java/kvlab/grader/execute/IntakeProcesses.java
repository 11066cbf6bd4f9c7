package kvlab.grader.execute;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.FindJob;
import kvlab.grader.intake.IntakeJob;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Opened;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Candidates;

/**
 * Opens archives and repositories in processes with bounded memory and time. An upload that one of them does not get
 * through is tried again in a new one, and refused if that does not either.
 */
public final class IntakeProcesses implements OpenJob.Opener, AutoCloseable {

    /** Enough for the largest archive with all that it may unpack to. */
    private static final int HEAP_MEGABYTES = 384;

    /** Far longer than an honest upload takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Sandbox UNSANDBOXED =
            Sandbox.none("it could not be read there").forReading(List.of());

    private final Sandbox sandbox;
    private final int heapMegabytes;
    private final Duration timeout;
    private final ProcessPool<IntakeJob, IntakeChild.Answer> processes;

    /** For what these students handed in: the processes see the directories that it is in. */
    public static IntakeProcesses of(List<StudentUploads> students, Sandbox sandbox) {
        Set<Path> directories = students.stream()
                .flatMap(uploads -> uploads.uploads().stream())
                .filter(upload -> !upload.isNothing())
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
        this.processes = new ProcessPool<>(IntakeChild.KIND, heapMegabytes, sandbox, answer -> true);
    }

    /** @throws NotReadException if it cannot be read, or no process can be started */
    @Override
    public Opened open(OpenJob job) throws IOException {
        return ((IntakeChild.Done) answer(job)).opened();
    }

    /** @throws NotReadException if it cannot be read, or no process can be started */
    @Override
    public Candidates find(FindJob job) throws IOException {
        return ((IntakeChild.Found) answer(job)).candidates();
    }

    private IntakeChild.Answer answer(IntakeJob job) throws IOException {
        try {
            JobProcess.Reply<IntakeChild.Answer> first = processes.ask(job, timeout);
            return isFinal(first)
                    ? result(first)
                    : result(again(job, isPerhapsOfSandbox(first) ? UNSANDBOXED : sandbox));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
    }

    private JobProcess.Reply<IntakeChild.Answer> again(IntakeJob job, Sandbox within)
            throws IOException, InterruptedException {
        try (JobProcess<IntakeJob, IntakeChild.Answer> fresh = IntakeChild.KIND.start(heapMegabytes, within)) {
            return fresh.ask(job, timeout);
        }
    }

    private boolean isFinal(JobProcess.Reply<IntakeChild.Answer> reply) {
        return reply.answer()
                .filter(answer -> answer instanceof IntakeChild.Done
                        || answer instanceof IntakeChild.Found
                        || answer instanceof IntakeChild.Refused
                        || answer instanceof IntakeChild.Incomplete
                        || answer instanceof IntakeChild.NotRead && !sandbox.isClosed())
                .isPresent();
    }

    /** In the sandbox root reads only its own files, and git may be where the sandbox does not show it. */
    private static boolean isPerhapsOfSandbox(JobProcess.Reply<IntakeChild.Answer> reply) {
        return reply.ending() == JobProcess.Ending.DID_NOT_START
                || reply.answer().filter(IntakeChild.NotRead.class::isInstance).isPresent();
    }

    /** What was asked for. */
    private IntakeChild.Answer result(JobProcess.Reply<IntakeChild.Answer> reply) throws IOException {
        switch (reply.ending()) {
            case TOOK_TOO_LONG -> throw tooSlow();
            case DIED -> throw died(reply);
            case DID_NOT_START ->
                throw new NotReadException(Diagnostic.of("intake.not-read")
                        .with("reason", "the process that reads it did not start, exit code " + reply.exitCode()));
            default -> {
                // It has an answer.
            }
        }
        IntakeChild.Answer answer = reply.answer().orElseThrow();
        if (answer instanceof IntakeChild.Done || answer instanceof IntakeChild.Found) {
            return answer;
        } else if (answer instanceof IntakeChild.Incomplete incomplete) {
            throw new NotReadException(incomplete.reason());
        } else if (answer instanceof IntakeChild.Refused refused) {
            throw new UnusableException(refused.reason());
        } else if (answer instanceof IntakeChild.NotRead notRead) {
            throw new NotReadException(notRead.reason());
        } else if (answer instanceof IntakeChild.GaveUp gaveUp) {
            throw new UnusableException(Diagnostic.of("intake.opening-gave-up").with("error", gaveUp.error()));
        }
        throw tooSlow();
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
