package kvlab.grader.corpus.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.corpus.mutants.MutantChild.Kind;
import kvlab.grader.corpus.mutants.MutantChild.Outcome;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.Sandbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Runs mutants in a {@link MutantChild}, which it replaces when a mutant has hung or killed it. For one thread. */
final class MutantProcess implements AutoCloseable {

    /** Bounds the effect of what mutants leave in a process. */
    private static final int MAX_JOBS = 150;

    private static final int HEAP_MEGABYTES = 512;
    private static final int MAX_ANSWER_LENGTH = 1 << 20;

    /** Far longer than all schedules take that a mutant survives; the harness notices most hangs itself. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final JsonMapper json = JsonMapper.shared();
    private ConfinedJvm jvm;
    private int jobs;

    Outcome run(MutantChild.Job job) throws InterruptedException {
        Optional<Outcome> answer = ask(job);
        if (answer.isEmpty()) {
            answer = ask(job); // what earlier mutants had left may have killed the process
        }
        return answer.orElse(new Outcome(Kind.CAUGHT, "", "it ends the process, or hangs in it", Set.of(), true));
    }

    /** Empty if there was no answer, and the process is gone. */
    private Optional<Outcome> ask(MutantChild.Job job) throws InterruptedException {
        if (jvm == null || jobs == MAX_JOBS) {
            close();
            start();
        }
        jobs++;
        jvm.send(json.writeValueAsString(job));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<Outcome> answer = Optional.empty();
        boolean over = false;
        while (answer.isEmpty() && !over) {
            boolean ended = jvm.exitCode().isPresent() || System.nanoTime() - deadline > 0;
            Optional<String> line = jvm.receive();
            answer = line.flatMap(this::read);
            over = line.isEmpty() && ended;
        }
        if (answer.map(Outcome::hung).orElse(true)) {
            close();
        }
        return answer;
    }

    /** Parses an answer; empty for output of the JVM itself. */
    private Optional<Outcome> read(String line) {
        try {
            return line.startsWith("{") ? Optional.of(json.readValue(line, Outcome.class)) : Optional.empty();
        } catch (JacksonException noAnswer) {
            return Optional.empty();
        }
    }

    private void start() {
        try {
            jvm = ConfinedJvm.start(
                    MutantChild.class, HEAP_MEGABYTES, MAX_ANSWER_LENGTH, Sandbox.none("the corpus is the kit's own"));
            jobs = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (jvm != null) {
            try {
                jvm.close();
                jvm = null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
