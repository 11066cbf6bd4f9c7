package kvlab.grader.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.export.autograder.AutolabOutput;
import kvlab.grader.export.autograder.Classroom50Result;
import kvlab.grader.export.autograder.GradescopeResults;
import kvlab.grader.export.autograder.GradescopeSubmission;
import kvlab.grader.export.ci.GithubJob;
import kvlab.grader.grade.SingleGrading;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.ResultWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvlab autograde}: run by the packages of {@code kvlab export}. */
@Command(
        name = "autograde",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Grades one submission inside another system. The packages that ./kvlab export makes run this.",
        hidden = true)
final class AutogradeCommand implements Runnable {

    private static final String MAIN_FILE = "KvServer.java";

    /** The system does not pass on the student's identity. */
    private static final Student UNNAMED = new Student("submission", "", "", "");

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say for which system: gradescope, autolab or classroom50");
    }

    @Command(
            name = "gradescope",
            mixinStandardHelpOptions = true,
            description = "Grades ROOT/submission and writes ROOT/results/results.json.")
    int gradescope(
            @Option(
                            names = "--root",
                            paramLabel = "ROOT",
                            defaultValue = "/autograder",
                            description = "Gradescope's directory.")
                    Path root,
            @Option(names = "--hidden-for-staff", description = "Hidden tests are there, and hide every score.")
                    boolean hiddenForStaff,
            @Mixin PolicyOptions policies)
            throws IOException, InterruptedException {
        Path results = root.resolve("results").resolve("results.json");
        put(results, GradescopeResults.notYet());
        GradescopeSubmission submission = GradescopeSubmission.read(root.resolve("submission_metadata.json"));
        Student student = new Student(
                "submission_" + submission.id(), submission.names(), submission.numbers(), submission.emails());
        Upload upload = upload(student, uploaded(root.resolve("submission")), submission.created());
        Policy policy = policies.policy();
        // Gradescope's due time includes extensions.
        SubmissionResult result = grade(submission.due().map(policy::withDue).orElse(policy), upload);
        put(results, new GradescopeResults(hiddenForStaff).render(result));
        System.out.println(
                "graded: " + ResultWords.score(result) + ", " + result.sandbox().message());
        return new ResultWarnings(System.out).undecided(List.of(result));
    }

    @Command(
            name = "autolab",
            mixinStandardHelpOptions = true,
            description = "Grades FILE and prints what Autolab reads.")
    int autolab(
            @Parameters(paramLabel = "FILE", description = "What was handed in.") Path file,
            @Option(
                            names = "--problem",
                            paramLabel = "NAME",
                            required = true,
                            description = "The assessment's problem.")
                    String problem,
            @Mixin PolicyOptions policies)
            throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            throw new WrongUseException("there is no " + file
                    + ": the Makefile's HANDIN must be the name that the assessment" + " gives to submissions");
        }
        SubmissionResult result = grade(policies.policy(), upload(UNNAMED, file, Optional.empty()));
        System.out.print(new AutolabOutput(problem).render(result));
        return result.decided() ? ExitCode.OK : ExitCode.KIT_FAILED;
    }

    @Command(
            name = "classroom50",
            mixinStandardHelpOptions = true,
            description = "Grades the repository that it runs in and writes result.json there.")
    int classroom50(@Mixin PolicyOptions policies) throws IOException, InterruptedException {
        Classroom50Result output = new Classroom50Result(AutogradeCommand::variable, Instant.now());
        GithubJob job = GithubJob.here();
        Path checkout = Path.of("").toAbsolutePath();
        SubmissionResult result = grade(policies.policy(), upload(UNNAMED, checkout, Optional.empty()));
        System.out.println(
                "graded: " + ResultWords.score(result) + ", " + result.sandbox().message());
        GuardedReports reports = new GuardedReports();
        boolean full = job.end(List.of(result), reports);
        if (result.decided()) {
            Path file = checkout.resolve("result.json");
            // The file may be a link created by the student.
            Files.deleteIfExists(file);
            Files.writeString(file, output.render(result), StandardOpenOption.CREATE_NEW);
            // What it would make of the tests in the result knows nothing of hidden tests, nor of points as they are
            // here.
            job.output("status", full ? "success" : "failure");
            job.output("summary", "kvlab: " + ResultWords.score(result));
        }
        ResultWarnings warnings = new ResultWarnings(System.out);
        return Math.max(warnings.undecided(List.of(result)), warnings.missing(reports.missing()));
    }

    /** @throws WrongUseException if it is not set */
    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new WrongUseException(
                    name + " is not set: this is for the autograder.py of ./kvlab export classroom50,"
                            + " which Classroom 50 starts with it");
        }
        return value;
    }

    private static SubmissionResult grade(Policy policy, Upload upload) throws IOException, InterruptedException {
        return new SingleGrading(policy, KitHome.path(), Schedules.parallel(Optional.empty())).grade(upload);
    }

    /**
     * The upload, with the path of the student's own lab for replay lines. A single source file is the server, whatever
     * its name.
     */
    private static Upload upload(Student student, Path place, Optional<Instant> time) throws IOException {
        Path real = place.toRealPath();
        boolean isServer = Files.isRegularFile(real) && place.toString().endsWith(".java");
        String called = isServer ? MAIN_FILE : real.getFileName().toString();
        return new Upload(
                student, Path.of(ReplayCommand.DEFAULT_PATH), new TreeMap<>(Map.of(called, real)), time, false);
    }

    /** A single uploaded archive is the submission; otherwise the directory is. */
    private static Path uploaded(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            boolean isArchive = all.size() == 1
                    && Files.isRegularFile(all.get(0), LinkOption.NOFOLLOW_LINKS)
                    && !all.get(0).toString().endsWith(".java");
            return isArchive ? all.get(0) : directory;
        }
    }

    /** Written atomically. */
    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
