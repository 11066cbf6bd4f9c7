package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.export.gradebook.CanvasGradebook;
import kvlab.grader.export.gradebook.FilledGradebook;
import kvlab.grader.export.gradebook.MoodleWorksheet;
import kvlab.grader.export.gradebook.UnusableGradebookException;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for filling in gradebooks of other systems. */
final class GradebookOptions {

    private static final String CANVAS = "canvas.csv";
    private static final String MOODLE = "moodle.csv";

    @ArgGroup(exclusive = false)
    private Canvas canvas;

    @Option(
            names = "--moodle",
            paramLabel = "WORKSHEET",
            description =
                    "Write DIR/report/" + MOODLE + ": this grading worksheet, or table of participants, that Moodle has"
                            + " exported, with grades and feedback in it.")
    private Path moodle;

    /** The two options require each other. */
    private static final class Canvas {
        @Option(
                names = "--canvas",
                required = true,
                paramLabel = "GRADEBOOK",
                description = "Write DIR/report/" + CANVAS
                        + ": this gradebook that Canvas has exported, with the scores in it.")
        private Path gradebook;

        @Option(
                names = "--assignment",
                required = true,
                paramLabel = "NAME",
                description = "The assignment in Canvas whose column is filled in: its name or its number.")
        private String assignment;
    }

    /**
     * @param guarded records what cannot be filled in because of a result
     * @throws UnusableGradebookException if a gradebook cannot be filled in
     */
    void fill(List<SubmissionResult> results, ReportFiles reports, GuardedReports guarded)
            throws IOException, UnusableGradebookException {
        if (canvas != null) {
            requireThere("--canvas", canvas.gradebook);
            CanvasGradebook gradebook = CanvasGradebook.read(canvas.gradebook, canvas.assignment);
            Optional<FilledGradebook> filled = guarded.render(CANVAS, results, gradebook::fill);
            if (filled.isPresent()) {
                write(filled.get(), reports, CANVAS, canvas.gradebook);
            }
        }
        if (moodle != null) {
            requireThere("--moodle", moodle);
            MoodleWorksheet worksheet = MoodleWorksheet.read(moodle);
            Optional<FilledGradebook> filled = guarded.render(MOODLE, results, worksheet::fill);
            if (filled.isPresent()) {
                write(filled.get(), reports, MOODLE, moodle);
            }
        }
    }

    private static void requireThere(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongUseException(option + " " + file + ": there is no such file, or it cannot be read");
        }
    }

    private static void write(FilledGradebook filled, ReportFiles reports, String name, Path input) throws IOException {
        Path file = reports.file(name);
        if (Files.exists(file) && Files.isSameFile(file, input)) {
            throw new WrongUseException(input + " is what would be written: copy it to another place first");
        }
        reports.put(name, filled.text());
        filled.notes().forEach(note -> System.out.println(name + ": " + note));
        System.out.println(name + ": " + filled.filled() + " scores entered, in " + file);
    }
}
