package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kvlab.grader.export.gradebook.UnusableGradebookException;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Uploads;
import kvlab.grader.report.GradeTable;
import kvlab.grader.report.GuardedReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab report}: generates all reports from stored results, without grading. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Makes all reports again from the results in a directory, on whatever machines they were graded, and"
                        + " prints the table. Fills in gradebooks of Canvas and Moodle.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every submission got its verdicts",
            "2:wrong use",
            "3:some submission has no result, or one that is damaged or not decided, or some report cannot be made: those are"
                    + " listed"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "kvlab-results",
            description = "Where ./kvlab grade has put the results (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(
            names = "--expect",
            paramLabel = "PATH",
            description =
                    "What was to be graded, as it was given to ./kvlab grade; may be given several times. Submissions in"
                            + " it that have no result are listed, and results that belong to none of them.")
    private List<Path> expected = new ArrayList<>();

    @Option(
            names = "--release",
            description =
                    "Show students the lines that replay schedules of a hidden seed: when nobody can hand in any more.")
    private boolean release;

    @Mixin
    private GradebookOptions gradebooks;

    @Override
    public Integer call() throws IOException, UnusableGradebookException {
        if (!Files.isDirectory(directory)) {
            throw new WrongUseException("there is no directory " + directory
                    + ": name the one that ./kvlab grade has put its results in (--out)");
        }
        ResultDirectory.Contents contents = ResultDirectory.open(directory).readAll();
        ResultWarnings.requireThisVersion(contents.unusable(), directory);
        OverrideFile overrides = OverrideFile.in(directory);
        List<SubmissionResult> results = overrides.applyTo(contents.results()).stream()
                .map(result -> release ? result.released() : result)
                .toList();
        Set<String> handedIn = handedIn();
        List<String> graded = results.stream().map(SubmissionResult::submission).toList();
        Set<String> missing = new LinkedHashSet<>(handedIn);
        graded.forEach(missing::remove);
        contents.unusable().forEach(damaged -> missing.remove(damaged.submission()));
        if (results.isEmpty() && missing.isEmpty() && contents.unusable().isEmpty()) {
            throw new WrongUseException("there are no results in " + directory + ": grade something first");
        }
        ResultWarnings warnings = new ResultWarnings(System.out);
        ReportFiles reports = new ReportFiles(directory);
        GuardedReports guarded = new GuardedReports();
        guarded.render("the table", results, new GradeTable(ProgressLine.columns())::render)
                .ifPresent(System.out::print);
        reports.write(results, guarded);
        gradebooks.fill(results, reports, guarded);
        overrides.tell(contents.results(), System.out, System.out);
        System.out.println("to look at: " + directory.resolve(ReportFiles.INDEX));
        int undecided = warnings.undecided(results);
        int damaged = warnings.damaged(contents.unusable(), directory);
        int incomplete = warnings.missing(guarded.missing());
        if (!expected.isEmpty()) {
            warnings.leftOver(graded, handedIn, "what --expect names", directory);
        }
        if (!missing.isEmpty()) {
            System.out.println(missing.size() + " of " + handedIn.size() + " have no result: "
                    + String.join(", ", missing) + ". Grade them with ./kvlab grade and --out " + directory);
            return ExitCode.KIT_FAILED;
        }
        return Math.max(undecided, Math.max(damaged, incomplete));
    }

    /** The names of the submissions that should have results. */
    private Set<String> handedIn() throws IOException {
        for (Path path : expected) {
            if (!Files.exists(path)) {
                throw new WrongUseException("--expect " + path + ": there is nothing there");
            }
        }
        return Uploads.at(expected).students().stream()
                .map(StudentUploads::fileName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
