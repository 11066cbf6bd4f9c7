package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.check.ApiName;
import kvlab.grader.check.ApiRules;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.Submission;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.git.CommitId;
import kvlab.grader.intake.restricted.PristineKit;
import kvlab.grader.intake.restricted.RestrictedFiles;
import kvlab.grader.report.PlainText;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The sources that {@code kvlab test} runs: a student's files unmodified, or as grading selects them from an upload.
 */
final class TestedSources {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "The directory that holds KvServer.java, or StudentRaft.java alone; or that file; or an archive; or"
                            + " several source files, as Canvas exports them, that are one submission together (default: the"
                            + " lab's skeleton).")
    private List<Path> paths = List.of();

    @Option(
            names = ReplayCommand.COMMIT,
            paramLabel = "ID",
            description = "Test this commit of the git repository at PATH, by its name or seven or more digits of that"
                    + " (default: the files as they lie there, committed or not).")
    private String commit;

    @Option(
            names = ReplayCommand.FILES_ALLOWED,
            paramLabel = "NAME",
            split = ",",
            description =
                    "Take these files from PATH and the kit's own for the others, as grading by a policy with this"
                            + " files.allowed does (default: all that are there, and no others).")
    private List<String> filesAllowed = List.of();

    @Option(
            names = ReplayCommand.API_ALLOW,
            paramLabel = "API",
            split = ",",
            description = "Let it use these too, as a policy's api.allow does.")
    private List<String> apiAllowed = List.of();

    @Option(
            names = ReplayCommand.API_FORBID,
            paramLabel = "API",
            split = ",",
            description = "Do not let it use these, as a policy's api.forbid does.")
    private List<String> apiForbidden = List.of();

    /** A student's files unmodified. */
    static TestedSources at(List<Path> paths) {
        TestedSources sources = new TestedSources();
        sources.paths = paths;
        return sources;
    }

    /** @throws WrongUseException if it cannot be read */
    Submission read() throws IOException {
        IntakeResult result = intake().read(upload());
        Submission whole = result.orThrow(WrongUseException::new);
        if (!(result instanceof IntakeResult.Received received)) {
            return whole;
        }
        received.notes().forEach(note -> System.err.println("kvlab: " + PlainText.line(note.message())));
        return filesAllowed.isEmpty() ? whole : restricted().check(received).submission();
    }

    /** The changes to the allow-list. */
    ApiRules api() {
        return new ApiRules(names(ReplayCommand.API_ALLOW, apiAllowed), names(ReplayCommand.API_FORBID, apiForbidden));
    }

    /** The command that runs the same again. */
    ReplayCommand replay() {
        return new ReplayCommand(
                paths.stream().map(Path::toString).toList(),
                Optional.ofNullable(commit),
                filesAllowed,
                apiAllowed,
                apiForbidden);
    }

    private Intake intake() {
        try {
            return commit == null ? new Intake() : new Intake().withRevision(new CommitId(commit));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(ReplayCommand.COMMIT + " " + e.getMessage());
        }
    }

    private Upload upload() {
        try {
            return paths.size() > 1 ? Upload.of(paths) : Upload.at(paths.isEmpty() ? skeleton() : paths.get(0));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e.getMessage());
        }
    }

    private RestrictedFiles restricted() throws IOException {
        try {
            return new RestrictedFiles(PristineKit.at(KitHome.path()), List.of(), filesAllowed);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(ReplayCommand.FILES_ALLOWED + " " + String.join(",", filesAllowed)
                    + ": name files without directories, such as KvServer.java or Store*.java");
        }
    }

    private static List<ApiName> names(String option, List<String> texts) {
        try {
            return texts.stream().map(ApiName::new).toList();
        } catch (IllegalArgumentException noName) {
            throw new WrongUseException(option + " " + noName.getMessage());
        }
    }

    /** The skeleton next to the launcher script, independent of the working directory. */
    private static Path skeleton() {
        Path here = Path.of(ReplayCommand.DEFAULT_PATH);
        String home = System.getProperty("kvlab.home");
        return home == null || Files.exists(here) ? here : Path.of(home, ReplayCommand.DEFAULT_PATH);
    }
}
