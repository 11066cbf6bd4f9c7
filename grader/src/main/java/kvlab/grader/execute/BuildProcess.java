package kvlab.grader.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kvlab.grader.check.Build;
import kvlab.grader.check.BuildJob;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.Sandbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A {@link BuildChild}, for one job at a time. */
final class BuildProcess implements AutoCloseable {

    /** How a job ended. */
    enum Ending {
        ANSWERED,
        /** Without an answer; so the process is of no more use. */
        DIED,
        /** The process may still be busy with it. */
        TOOK_TOO_LONG
    }

    /** @param build what that says of the submission */
    record Reply(Ending ending, Build build) {}

    /** Far more than the classes, or the errors, of any submission. */
    private static final int MAX_ANSWER_LENGTH = 16 << 20;

    private static final Duration POLL = Duration.ofMillis(50);

    private final JsonMapper json = JsonMapper.shared();
    private final ConfinedJvm jvm;
    private final int heapMegabytes;
    private int jobs;

    private BuildProcess(ConfinedJvm jvm, int heapMegabytes) {
        this.jvm = jvm;
        this.heapMegabytes = heapMegabytes;
    }

    static BuildProcess start(int heapMegabytes, Sandbox sandbox) throws IOException {
        return new BuildProcess(
                ConfinedJvm.start(BuildChild.class, heapMegabytes, MAX_ANSWER_LENGTH, sandbox), heapMegabytes);
    }

    /** How many it was asked to do. */
    int jobs() {
        return jobs;
    }

    Reply ask(BuildJob job, Duration patience) throws InterruptedException {
        jobs++;
        long deadline = System.nanoTime() + patience.toNanos();
        jvm.tell(json.writeValueAsString(job));
        while (System.nanoTime() - deadline < 0) {
            Optional<Build> answer = jvm.hear(POLL).flatMap(this::read);
            if (answer.isPresent()) {
                return new Reply(Ending.ANSWERED, answer.get());
            }
            OptionalInt exit = jvm.exitCode();
            if (exit.isPresent()) {
                return afterEnd(exit.getAsInt());
            }
        }
        return new Reply(Ending.TOOK_TOO_LONG, rejected("it was not done after " + patience.toSeconds() + " s"));
    }

    private Reply afterEnd(int exitCode) throws InterruptedException {
        List<String> lines = jvm.lastLines();
        return lines.stream()
                .flatMap(line -> read(line).stream())
                .map(answer -> new Reply(Ending.ANSWERED, answer))
                .findFirst()
                .orElseGet(() -> new Reply(Ending.DIED, died(exitCode, lines)));
    }

    private Build died(int exitCode, List<String> lines) {
        return exitCode == ConfinedJvm.OUT_OF_MEMORY
                ? rejected("out of memory: it may use " + heapMegabytes + " MB")
                : new Build.Broken(
                        "the process for the compiler ended with exit code " + exitCode, String.join("\n", lines));
    }

    /** Empty for what the JVM itself says. */
    private Optional<Build> read(String line) {
        try {
            return line.startsWith("{") ? Optional.of(json.readValue(line, Build.class)) : Optional.empty();
        } catch (JacksonException noAnswer) {
            return Optional.empty();
        }
    }

    private static Build rejected(String how) {
        return new Build.Rejected(
                "the compiler did not survive this source (" + how
                        + "): take out very large constants and deeply nested expressions",
                List.of());
    }

    @Override
    public void close() {
        try {
            jvm.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
