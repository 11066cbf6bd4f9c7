package kvlab.grader.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.grader.intake.Submission;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;

/**
 * Finds out what is told of a submission beside its verdicts, in a child process of its own after they are settled. What
 * goes wrong there costs the information only. Coverage is over few schedules, always the same, one at a time: equal
 * submissions get equal information.
 */
public final class Inspector {

    /** More show little that these do not. */
    private static final int SCHEDULES = 3;

    /** Many times what it takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MAX_FINDING_LENGTH = 256 << 10;
    private static final Information NOTHING = new Information(Optional.empty(), Optional.empty(), List.of(), false);

    private final Protocol protocol = new Protocol();
    private final boolean coverage;
    private final boolean style;
    private final List<LabSuite> suites;
    private final Seeds seeds;
    private final ExecutionLimits confinement;

    /**
     * @param suites with the tests that coverage is measured over
     * @param seed of each test's first schedule
     */
    public Inspector(boolean coverage, boolean style, List<LabSuite> suites, long seed, ExecutionLimits confinement) {
        this.coverage = coverage;
        this.style = style;
        this.suites = List.copyOf(suites);
        this.seeds = new Seeds(seed, SCHEDULES);
        this.confinement = confinement;
    }

    /** Empty if nothing is to be found out, or the submission did not run: it does not compile, or breaks the rules. */
    public Optional<Information> inspect(Submission submission, SubmissionOutcome outcome) {
        boolean ran = outcome.tests().stream().noneMatch(test -> test.verdict() instanceof Verdict.Refused);
        if (!ran || !coverage && !style) {
            return Optional.empty();
        }
        boolean runsOn = outcome.tests().stream()
                .noneMatch(test ->
                        test.verdict() instanceof Verdict.TimedOut || test.verdict() instanceof Verdict.Crashed);
        if (!runsOn && !style) {
            return Optional.of(new Information(Optional.empty(), Optional.empty(), notRunOn(), true));
        }
        Information found = inspect(submission, coverage && runsOn);
        if (runsOn || !coverage) {
            return Optional.of(found);
        }
        List<String> missing = new ArrayList<>(found.missing());
        missing.addAll(notRunOn());
        return Optional.of(new Information(found.coverage(), found.style(), missing, found.complete()));
    }

    private static List<String> notRunOn() {
        return List.of("coverage: not measured, since the submission hangs or ends its process in some test");
    }

    private Information inspect(Submission submission, boolean withCoverage) {
        InspectionJob job = new InspectionJob(
                Nonce.fresh(),
                submission.files(),
                withCoverage,
                style,
                suites.stream().map(InspectionJob.Tests::of).toList(),
                seeds);
        return withLosses(inspect(job), withCoverage);
    }

    /** What the process died over is missing too. */
    private Information withLosses(Information found, boolean withCoverage) {
        Optional<Coverage> measured = found.coverage();
        Optional<Style> read = found.style();
        List<String> missing = new ArrayList<>(found.missing());
        if (style && read.isEmpty() && missing.stream().noneMatch(line -> line.startsWith("style:"))) {
            missing.add("style: the process that looked for findings was lost");
        }
        if (withCoverage && measured.isEmpty() && missing.stream().noneMatch(line -> line.startsWith("coverage:"))) {
            missing.add("coverage: the process that measured it was lost");
        }
        return new Information(measured, read, missing, missing.isEmpty());
    }

    /** The last that the child says is what counts. */
    private Information inspect(InspectionJob job) {
        Information found = NOTHING;
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (ConfinedJvm child = ConfinedJvm.start(
                InspectionChild.class,
                confinement.limits().heapMegabytes(),
                MAX_FINDING_LENGTH,
                confinement.sandbox())) {
            child.tell(protocol.write(job));
            boolean over = false;
            while (!over) {
                over = child.exitCode().isPresent() || System.nanoTime() - deadline > 0;
                List<String> lines =
                        over ? child.lastLines() : child.hear(POLL).stream().toList();
                for (String line : lines) {
                    found = protocol.readInformation(job.nonce(), line).orElse(found);
                }
            }
        } catch (IOException e) {
            // What it had found until then was found.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
        return found;
    }
}
