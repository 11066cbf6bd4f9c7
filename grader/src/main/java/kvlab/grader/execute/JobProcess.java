package kvlab.grader.execute;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.ParentLines;
import kvlab.grader.execute.sandbox.Sandbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parent's handle of a confined process that does jobs, one at a time, each a line of JSON, and answers in the same
 * way.
 *
 * @param <J> the jobs
 * @param <A> the answers
 */
final class JobProcess<J, A> implements AutoCloseable {

    /** How a job ended. */
    enum Ending {
        ANSWERED,
        /** The process ended without an answer. */
        DIED,
        /** The process ended before it could read the job, through no fault of the job. */
        DID_NOT_START,
        /** The job timed out; the process may still be running it. */
        TOOK_TOO_LONG
    }

    /**
     * @param answer present if there was one
     * @param exitCode of a process that ended
     * @param output other lines of the process
     */
    record Reply<A>(Ending ending, Optional<A> answer, int exitCode, String output) {

        boolean isOutOfMemory() {
            return ending == Ending.DIED && exitCode == ConfinedJvm.OUT_OF_MEMORY;
        }
    }

    /**
     * A kind of process.
     *
     * @param main its main class, which calls {@link #serve}
     * @param maxAnswerLength in bytes; what is longer is no answer
     */
    record Kind<J, A>(Class<?> main, Class<J> job, Class<A> answer, int maxAnswerLength, JsonMapper json) {

        JobProcess<J, A> start(int heapMegabytes, Sandbox sandbox) throws IOException {
            return new JobProcess<>(this, ConfinedJvm.start(main, heapMegabytes, maxAnswerLength, sandbox));
        }

        /** Does the jobs of the parent, in this process, until it is killed. */
        void serve(Function<J, A> work) throws InterruptedException {
            PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setErr(System.out);
            ParentLines jobs = ParentLines.open();
            print(answers, READY);
            while (true) {
                print(answers, json.writeValueAsString(work.apply(json.readValue(jobs.next(), job))));
            }
        }

        private static void print(PrintStream answers, String line) {
            answers.print(line + "\n");
            answers.flush();
        }
    }

    /** The first line of a process that works. */
    private static final String READY = "ready";

    private final Kind<J, A> kind;
    private final ConfinedJvm jvm;
    private boolean ready;
    private int jobs;

    private JobProcess(Kind<J, A> kind, ConfinedJvm jvm) {
        this.kind = kind;
        this.jvm = jvm;
    }

    /** The number of jobs so far. */
    int jobs() {
        return jobs;
    }

    Reply<A> ask(J job, Duration timeout) throws InterruptedException {
        jobs++;
        long deadline = System.nanoTime() + timeout.toNanos();
        jvm.send(kind.json().writeValueAsString(job));
        List<String> others = new ArrayList<>();
        while (System.nanoTime() - deadline < 0) {
            OptionalInt exit = jvm.exitCode();
            Optional<String> line = jvm.receive();
            ready |= line.filter(READY::equals).isPresent();
            Optional<A> answer = line.flatMap(this::read);
            if (answer.isPresent()) {
                return new Reply<>(Ending.ANSWERED, answer, 0, "");
            } else if (line.isEmpty() && exit.isPresent()) {
                return new Reply<>(
                        ready ? Ending.DIED : Ending.DID_NOT_START,
                        Optional.empty(),
                        exit.getAsInt(),
                        String.join("\n", others));
            }
            line.filter(text -> !text.equals(READY)).ifPresent(others::add);
        }
        return new Reply<>(Ending.TOOK_TOO_LONG, Optional.empty(), 0, "");
    }

    /** Parses an answer; empty for output of the JVM itself. */
    private Optional<A> read(String line) {
        try {
            return line.startsWith("{") ? Optional.of(kind.json().readValue(line, kind.answer())) : Optional.empty();
        } catch (JacksonException noAnswer) {
            return Optional.empty();
        }
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
