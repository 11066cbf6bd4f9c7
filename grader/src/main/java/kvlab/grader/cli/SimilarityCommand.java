package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kvlab.grader.execute.IntakeProcesses;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.execute.sandbox.WorkingDirectory;
import kvlab.grader.grade.PolicyIntake;
import kvlab.grader.grade.result.OwnerOnlyFiles;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.similarity.JPlag;
import kvlab.grader.similarity.SimilarPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab similarity}: lists similar submissions. */
@Command(
        name = "similarity",
        mixinStandardHelpOptions = true,
        description =
                "Compares the submissions with one another by JPlag, leaving out what was handed out, and lists those"
                        + " that are much alike. That says where to look, and nothing of who did what. JPlag is not part of"
                        + " the kit: get jplag-4.3.0-jar-with-dependencies.jar from its makers.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all were compared", "2:wrong use, or JPlag failed", "3:the kit itself failed"})
final class SimilarityCommand implements Callable<Integer> {

    private static final String REPORT = "similarity.zip";

    @Mixin
    private SubmissionOptions submissions;

    @Mixin
    private PolicyOptions policies;

    @Option(names = "--jplag", paramLabel = "JAR", required = true, description = "JPlag 4.3.0 with all it needs.")
    private Path jar;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kvlab-results",
            description = "Where JPlag's own report goes, as " + REPORT + " (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "PERCENT",
            defaultValue = "80",
            description = "List pairs that have so much in common or more (default: ${DEFAULT-VALUE}).")
    private int least;

    @Override
    public Integer call() throws Exception {
        if (least < 0 || least > 100) {
            throw new WrongUseException("--from must be from 0 to 100, not " + least);
        }
        if (!Files.isRegularFile(jar)) {
            throw new WrongUseException("--jplag " + jar + ": there is no such file: get JPlag's jar and name it");
        }
        submissions.requireApart("--out", out);
        Policy policy = policies.policy();
        List<StudentUploads> students = submissions.uploads(Set.of(), policy, System.err);
        TreeMap<String, List<SourceFile>> byName = new TreeMap<>();
        List<String> without = new ArrayList<>();
        List<SourceFile> handedOut;
        try (IntakeProcesses openings =
                IntakeProcesses.of(students, Sandbox.best(policy.limits().processes()))) {
            PolicyIntake intake = new PolicyIntake(policy, KitHome.path(), openings);
            handedOut = intake.handedOut();
            for (StudentUploads uploads : students) {
                String name = uploads.fileName();
                Optional<List<SourceFile>> files = intake.sources(uploads);
                files.ifPresentOrElse(found -> byName.put(name, found), () -> without.add(name));
            }
        }
        if (byName.size() < 2) {
            throw new WrongUseException("there must be two submissions at least that can be opened");
        }
        OwnerOnlyFiles.createDirectories(out);
        Path report = out.resolve(REPORT);
        List<SimilarPair> pairs = compare(handedOut, byName, report);
        pairs.forEach(pair -> System.out.println(
                String.format(Locale.ROOT, "%3.0f %%  %s  %s", 100 * pair.share(), pair.first(), pair.second())));
        System.out.println(pairs.size() + " pairs of " + byName.size() + " submissions have " + least
                + " % or more in common; to see what, open " + report + " in JPlag's report viewer");
        if (!without.isEmpty()) {
            System.out.println("not compared, since they cannot be opened: " + String.join(", ", without));
        }
        return ExitCode.OK;
    }

    private List<SimilarPair> compare(List<SourceFile> handedOut, TreeMap<String, List<SourceFile>> byName, Path report)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (WorkingDirectory work = WorkingDirectory.create()) {
            Path made = work.path().resolve(REPORT);
            List<SimilarPair> pairs = new JPlag(java, jar).compare(byName, handedOut, least / 100.0, work.path(), made);
            OwnerOnlyFiles.write(report, Files.readAllBytes(made));
            return pairs;
        } catch (IOException e) {
            throw new WrongUseException(e.getMessage());
        }
    }
}
