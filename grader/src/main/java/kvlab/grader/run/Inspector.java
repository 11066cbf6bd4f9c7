package kvlab.grader.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kvlab.grader.information.Coverage;
import kvlab.grader.information.Information;
import kvlab.grader.information.Style;
import kvlab.grader.intake.Submission;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final boolean coverage;
    private final boolean style;
    private final List<LabSuite> suites;
    private final Seeds seeds;
    private final Confinement confinement;

    /**
     * @param suites with the tests that coverage is measured over
     * @param seed of each test's first schedule
     */
    public Inspector(boolean coverage, boolean style, List<LabSuite> suites, long seed, Confinement confinement) {
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
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        InspectionJob job = new InspectionJob(
                nonce,
                submission.files(),
                withCoverage,
                style,
                suites.stream().map(InspectionJob.Tests::of).toList(),
                seeds);
        Information found;
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            found = inspect(job, directory);
        } catch (IOException e) {
            found = NOTHING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("grading was interrupted", e);
        }
        return withLosses(found, withCoverage);
    }

    private static final Information NOTHING = new Information(Optional.empty(), Optional.empty(), List.of(), false);

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

    private Information inspect(InspectionJob job, WorkingDirectory directory)
            throws IOException, InterruptedException {
        List<String> command = confinement
                .sandbox()
                .around(ChildJvm.command(confinement.limits(), directory.path(), InspectionChild.class));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.path().toFile());
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        Thread atExit = new Thread(() -> ChildProcess.destroy(process), "inspection-end");
        Runtime.getRuntime().addShutdownHook(atExit);
        Findings findings = new Findings(process, job.nonce());
        try {
            process.getOutputStream().write((new Protocol().write(job) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            findings.start();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            ChildProcess.destroy(process);
            process.waitFor();
            ChildProcess.forget(atExit);
        }
        findings.join(PATIENCE.toMillis());
        return findings.last;
    }

    /** Reads what the child found: the last that it says is what counts. */
    private static final class Findings extends Thread {

        private final Process process;
        private final String nonce;
        private volatile Information last = NOTHING;

        Findings(Process process, String nonce) {
            super("inspection-findings");
            this.process = process;
            this.nonce = nonce;
            setDaemon(true);
        }

        @Override
        public void run() {
            Protocol protocol = new Protocol();
            try (BoundedLines lines = new BoundedLines(process.getInputStream())) {
                Optional<String> line = lines.next();
                while (line.isPresent()) {
                    protocol.readInformation(nonce, line.get()).ifPresent(found -> last = found);
                    line = lines.next();
                }
            } catch (IOException closed) {
                // The process was killed: there is nothing more to read.
            }
        }
    }
}
