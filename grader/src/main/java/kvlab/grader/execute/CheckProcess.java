package kvlab.grader.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.Sandbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The parent's handle of a {@link CheckChild}, which runs one job at a time. */
final class CheckProcess implements AutoCloseable {

    /** How a job ended. */
    enum Ending {
        ANSWERED,
        /** The process ended without an answer. */
        DIED,
        /** The job timed out; the process may still be running it. */
        TOOK_TOO_LONG
    }

    /** @param checked the result for the submission */
    record Reply(Ending ending, Checked checked) {}

    /** Far more than the size of the classes or errors of any submission. */
    private static final int MAX_ANSWER_LENGTH = 16 << 20;

    private final JsonMapper json = JsonMapper.shared();
    private final ConfinedJvm jvm;
    private final int heapMegabytes;
    private int jobs;

    private CheckProcess(ConfinedJvm jvm, int heapMegabytes) {
        this.jvm = jvm;
        this.heapMegabytes = heapMegabytes;
    }

    static CheckProcess start(int heapMegabytes, Sandbox sandbox) throws IOException {
        return new CheckProcess(
                ConfinedJvm.start(CheckChild.class, heapMegabytes, MAX_ANSWER_LENGTH, sandbox), heapMegabytes);
    }

    /** The number of jobs so far. */
    int jobs() {
        return jobs;
    }

    Reply ask(CheckJob job, Duration timeout) throws InterruptedException {
        jobs++;
        long deadline = System.nanoTime() + timeout.toNanos();
        jvm.send(json.writeValueAsString(job));
        List<String> others = new ArrayList<>();
        while (System.nanoTime() - deadline < 0) {
            OptionalInt exit = jvm.exitCode();
            Optional<String> line = jvm.receive();
            Optional<Checked> answer = line.flatMap(this::read);
            if (answer.isPresent()) {
                return new Reply(Ending.ANSWERED, answer.get());
            } else if (line.isEmpty() && exit.isPresent()) {
                return new Reply(Ending.DIED, died(exit.getAsInt(), others));
            }
            line.ifPresent(others::add);
        }
        return new Reply(
                Ending.TOOK_TOO_LONG, failed(Diagnostic.of("compile.timed-out").with("seconds", timeout.toSeconds())));
    }

    private Checked died(int exitCode, List<String> lines) {
        return exitCode == ConfinedJvm.OUT_OF_MEMORY
                ? failed(Diagnostic.of("compile.out-of-memory").with("megabytes", heapMegabytes))
                : new Checked.Broken(
                        Diagnostic.of("infrastructure.compiler-died").with("exitCode", exitCode),
                        String.join("\n", lines));
    }

    /** Parses an answer; empty for output of the JVM itself. */
    private Optional<Checked> read(String line) {
        try {
            return line.startsWith("{") ? Optional.of(json.readValue(line, Checked.class)) : Optional.empty();
        } catch (JacksonException noAnswer) {
            return Optional.empty();
        }
    }

    private static Checked failed(Diagnostic reason) {
        return new Checked.DoesNotCompile(reason, List.of());
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
