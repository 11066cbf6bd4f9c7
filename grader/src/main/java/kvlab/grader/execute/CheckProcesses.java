package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * Checks sources in a pool of child processes. They are reused, because a warm compiler is several times faster. Reuse
 * does not change outcomes: a source that may exhaust the compiler's stack or heap, where a warm process could behave
 * differently, gets a fresh process, and so does one that a shared process died on.
 */
public final class CheckProcesses implements AutoCloseable {

    /** Small, because the compiler fills the heap before it collects garbage. */
    private static final int SHARED_HEAP_MEGABYTES = 96;

    private static final String DIED = "infrastructure.compiler-died";

    private final int heapMegabytes;
    private final Sandbox sandbox;
    private final ProcessPool<CheckJob, Checked> shared;

    /** @param heapMegabytes the maximum heap of a process that checks one submission */
    public CheckProcesses(int heapMegabytes, Sandbox sandbox) {
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
        this.shared = new ProcessPool<>(
                CheckChild.KIND, Math.min(SHARED_HEAP_MEGABYTES, heapMegabytes), sandbox, CheckProcesses::isWhole);
    }

    /**
     * Checks a submission. A failure of the kit itself is retried once, then reported. A source that ends two processes
     * of its own is refused.
     *
     * @param timeout real time after which the compiler is considered hung
     */
    public Checked check(CheckJob job, Duration timeout) throws InterruptedException {
        Checked checked = tryOnce(job, timeout);
        return checked instanceof Checked.Broken ? refusedIfDied(tryOnce(job, timeout), checked) : checked;
    }

    private static Checked refusedIfDied(Checked second, Checked first) {
        boolean both = isDeath(first) && isDeath(second);
        return both ? failed(Diagnostic.of("compile.process-died").with("exitCode", exitCode(second))) : second;
    }

    private static boolean isDeath(Checked checked) {
        return checked instanceof Checked.Broken broken
                && broken.reason().code().equals(DIED);
    }

    /** Whether the compiler ended in order: after an overflow of its stack, its classes may be broken. */
    private static boolean isWhole(Checked checked) {
        return !(checked instanceof Checked.DoesNotCompile failed
                && failed.reason().code().equals("compile.compiler-crashed"));
    }

    private static String exitCode(Checked died) {
        return ((Checked.Broken) died).reason().argument("exitCode");
    }

    private Checked tryOnce(CheckJob job, Duration timeout) throws InterruptedException {
        try {
            Optional<Checked> checked = OrdinarySource.areAll(job.sources()) ? shared(job, timeout) : Optional.empty();
            return checked.isPresent() ? checked.get() : alone(job, timeout);
        } catch (IOException e) {
            return new Checked.Broken(
                    Diagnostic.of("infrastructure.compiler-not-started").with("error", e), "");
        }
    }

    private Checked alone(CheckJob job, Duration timeout) throws IOException, InterruptedException {
        try (JobProcess<CheckJob, Checked> process = CheckChild.KIND.start(heapMegabytes, sandbox)) {
            return checked(process.ask(job, timeout), timeout);
        }
    }

    /** Checks in a shared process; empty if the process died. */
    private Optional<Checked> shared(CheckJob job, Duration timeout) throws IOException, InterruptedException {
        JobProcess.Reply<Checked> reply = shared.ask(job, timeout);
        boolean died = reply.ending() == JobProcess.Ending.DIED || reply.ending() == JobProcess.Ending.DID_NOT_START;
        return died ? Optional.empty() : Optional.of(checked(reply, timeout));
    }

    private Checked checked(JobProcess.Reply<Checked> reply, Duration timeout) {
        return switch (reply.ending()) {
            case ANSWERED -> reply.answer().orElseThrow();
            case TOOK_TOO_LONG -> failed(Diagnostic.of("compile.timed-out").with("seconds", timeout.toSeconds()));
            case DIED ->
                reply.isOutOfMemory()
                        ? failed(Diagnostic.of("compile.out-of-memory").with("megabytes", heapMegabytes))
                        : broken(DIED, reply);
            case DID_NOT_START -> broken("infrastructure.compiler-did-not-start", reply);
        };
    }

    private static Checked broken(String code, JobProcess.Reply<Checked> reply) {
        return new Checked.Broken(Diagnostic.of(code).with("exitCode", reply.exitCode()), reply.output());
    }

    private static Checked failed(Diagnostic reason) {
        return new Checked.DoesNotCompile(reason, List.of());
    }

    @Override
    public void close() {
        shared.close();
    }
}
