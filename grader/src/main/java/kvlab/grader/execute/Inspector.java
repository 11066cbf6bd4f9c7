package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;

/**
 * Measures coverage and style of a submission in a separate child process, after its verdicts are final. A failure
 * there loses only this information. Coverage uses a few fixed schedules, one at a time, so equal submissions get equal
 * information.
 */
public final class Inspector {

    /** More schedules add little coverage. */
    private static final int SCHEDULES = 3;

    /** Far longer than a measurement takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final int MAX_FINDING_LENGTH = 256 << 10;
    private static final Information NOTHING = new Information(Optional.empty(), Optional.empty(), List.of(), false);

    private final Protocol protocol = new Protocol();
    private final boolean coverage;
    private final boolean style;
    private final List<LabSuite> suites;
    private final Seeds seeds;
    private final int heapMegabytes;
    private final Sandbox sandbox;

    /**
     * @param suites the tests to measure coverage with
     * @param seed the seed of each test's first schedule
     */
    public Inspector(
            boolean coverage, boolean style, List<LabSuite> suites, long seed, int heapMegabytes, Sandbox sandbox) {
        this.coverage = coverage;
        this.style = style;
        this.suites = List.copyOf(suites);
        this.seeds = new Seeds(seed, SCHEDULES);
        this.heapMegabytes = heapMegabytes;
        this.sandbox = sandbox;
    }

    /**
     * Empty if nothing is requested, or if the submission did not run.
     *
     * @param classes class files by binary name
     * @param tests the submission's outcomes
     */
    public Optional<Information> inspect(
            List<SourceFile> sources, Map<String, byte[]> classes, List<TestOutcome> tests) {
        if (is(tests, Verdict.Refused.class) || !coverage && !style) {
            return Optional.empty();
        }
        boolean runsOn = !is(tests, Verdict.TimedOut.class) && !is(tests, Verdict.Crashed.class);
        boolean measures = coverage && runsOn;
        Information found = style || measures
                ? inspect(new InspectionChild.Job(
                        Protocol.nonce(), style ? sources : List.of(), measures ? classes : Map.of(), suites, seeds))
                : NOTHING;
        List<Diagnostic> missing = new ArrayList<>(found.missing());
        if (style && found.style().isEmpty() && !isToldOf(missing, "inspect.style-gave-up")) {
            missing.add(Diagnostic.of("inspect.style-lost"));
        }
        if (measures && found.coverage().isEmpty() && !isToldOf(missing, "inspect.coverage-gave-up")) {
            missing.add(Diagnostic.of("inspect.coverage-lost"));
        }
        boolean complete = missing.isEmpty();
        if (coverage && !runsOn) {
            missing.add(Diagnostic.of("inspect.coverage-not-run"));
        }
        return Optional.of(new Information(found.coverage(), found.style(), missing, complete));
    }

    private static boolean is(List<TestOutcome> tests, Class<? extends Verdict> kind) {
        return tests.stream().map(TestOutcome::verdict).anyMatch(kind::isInstance);
    }

    private static boolean isToldOf(List<Diagnostic> missing, String code) {
        return missing.stream().anyMatch(each -> each.code().equals(code));
    }

    /** The last report of the child counts. */
    private Information inspect(InspectionChild.Job job) {
        Information found = NOTHING;
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (ConfinedJvm child = ConfinedJvm.start(InspectionChild.class, heapMegabytes, MAX_FINDING_LENGTH, sandbox)) {
            child.send(protocol.writeJob(job));
            boolean over = false;
            while (!over) {
                boolean ended = child.exitCode().isPresent();
                Optional<String> line = child.receive();
                found = line.flatMap(text -> protocol.readReport(job.nonce(), text, Information.class))
                        .orElse(found);
                over = ended && line.isEmpty() || System.nanoTime() - deadline > 0;
            }
        } catch (IOException e) {
            // Earlier findings remain valid.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
        return found;
    }
}
