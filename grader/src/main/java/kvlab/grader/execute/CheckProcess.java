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

/** A {@link CheckChild}, for one job at a time. */
final class CheckProcess implements AutoCloseable {

    /** How a job ended. */
    enum Ending {
        ANSWERED,
        /** Without an answer; so the process is of no more use. */
        DIED,
        /** The process may still be busy with it. */
        TOOK_TOO_LONG
    }

    /** @param checked what that says of the submission */
    record Reply(Ending ending, Checked checked) {}

    /** Far more than the classes, or the errors, of any submission. */
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

    /** How many it was asked to do. */
    int jobs() {
        return jobs;
    }

    Reply ask(CheckJob job, Duration patience) throws InterruptedException {
        jobs++;
        long deadline = System.nanoTime() + patience.toNanos();
        jvm.tell(json.writeValueAsString(job));
        List<String> others = new ArrayList<>();
        while (System.nanoTime() - deadline < 0) {
            OptionalInt exit = jvm.exitCode();
            Optional<String> line = jvm.hear();
            Optional<Checked> answer = line.flatMap(this::read);
            if (answer.isPresent()) {
                return new Reply(Ending.ANSWERED, answer.get());
            } else if (line.isEmpty() && exit.isPresent()) {
                return new Reply(Ending.DIED, died(exit.getAsInt(), others));
            }
            line.ifPresent(others::add);
        }
        return new Reply(
                Ending.TOOK_TOO_LONG, failed(Diagnostic.of("compile.timed-out").with("seconds", patience.toSeconds())));
    }

    private Checked died(int exitCode, List<String> lines) {
        return exitCode == ConfinedJvm.OUT_OF_MEMORY
                ? failed(Diagnostic.of("compile.out-of-memory").with("megabytes", heapMegabytes))
                : new Checked.Broken(
                        Diagnostic.of("infrastructure.compiler-died").with("exitCode", exitCode),
                        String.join("\n", lines));
    }

    /** Empty for what the JVM itself says. */
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
