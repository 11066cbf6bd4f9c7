package kvlab.grader.export.gradebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.report.PlainText;

/**
 * The gradebook that Canvas exports, with scores in the column of one assignment:
 *
 * <pre>
 * Student,ID,SIS User ID,SIS Login ID,Section,Lab 3 (12345)
 *     Points Possible,,,,,90
 * "Doe, Jane",4711,s0815,jane,1,
 * </pre>
 */
public final class CanvasGradebook {

    private static final Pattern ASSIGNMENT = Pattern.compile("(.*\\S)\\s*\\((\\d+)\\)");
    private static final String POSSIBLE = "Points Possible";
    private static final String EXCUSED = "EX";

    private final Worksheet sheet;
    private final int column;

    private CanvasGradebook(Worksheet sheet, int column) {
        this.sheet = sheet;
        this.column = column;
    }

    /**
     * @param assignment its name, its number, or both as in the heading
     * @throws UnusableGradebookException if the file is not such a gradebook, or lacks the assignment
     * @throws IOException if it cannot be read
     */
    public static CanvasGradebook read(Path file, String assignment) throws IOException, UnusableGradebookException {
        Worksheet sheet = Worksheet.read(file);
        if (sheet.column("Student") < 0 || sheet.column("ID") < 0) {
            throw new UnusableGradebookException(
                    file + " is not what Canvas exports: it has no columns Student and ID. Take Grades, Export");
        }
        List<String> headings = sheet.headings();
        List<Integer> columns = IntStream.range(0, headings.size())
                .filter(column -> isCalled(headings.get(column), assignment.strip()))
                .boxed()
                .toList();
        if (columns.size() != 1) {
            List<String> there = headings.stream()
                    .filter(heading -> ASSIGNMENT.matcher(heading).matches())
                    .toList();
            throw new UnusableGradebookException(file + " has " + (columns.isEmpty() ? "no" : "more than one")
                    + " assignment \"" + assignment + "\"; there are: "
                    + (there.isEmpty() ? "none. Make it in Canvas, and export again" : String.join(", ", there)));
        }
        return new CanvasGradebook(sheet, columns.get(0));
    }

    private static boolean isCalled(String heading, String assignment) {
        Matcher parts = ASSIGNMENT.matcher(heading);
        return parts.matches()
                && (heading.equals(assignment)
                        || parts.group(1).equals(assignment)
                        || parts.group(2).equals(assignment));
    }

    /**
     * Enters scores. The cell of an undecided submission is left empty, that of an excused student unchanged. The notes
     * list every existing score that changes.
     */
    public FilledGradebook fill(List<SubmissionResult> results) {
        int student = sheet.column("Student");
        List<Integer> special = IntStream.range(0, sheet.rows())
                .filter(row -> sheet.cell(row, student).equals(POSSIBLE))
                .boxed()
                .toList();
        int first = special.isEmpty() ? 0 : special.get(0) + 1;
        Matching matching = Matching.of(
                results,
                IntStream.range(first, sheet.rows()).boxed().toList(),
                List.of(
                        Matching.Key.id(row -> sheet.cell(row, "ID")),
                        Matching.Key.id(row -> sheet.cell(row, "SIS User ID")),
                        Matching.Key.login(row -> sheet.cell(row, "SIS Login ID")),
                        Matching.Key.name(row -> sheet.cell(row, student))));
        List<String> notes = new ArrayList<>(matching.notes());
        special.stream().findFirst().ifPresent(row -> enterPossible(row, results, notes));
        return FilledGradebook.fill(sheet, student, column, matching, this::excused, (row, result) -> {}, notes);
    }

    private Optional<String> excused(int row) {
        return sheet.cell(row, column).equalsIgnoreCase(EXCUSED)
                ? Optional.of("is excused (" + EXCUSED + ")")
                : Optional.empty();
    }

    private void enterPossible(int row, List<SubmissionResult> results, List<String> notes) {
        if (results.isEmpty()) {
            return;
        }
        String ours = Points.text(results.get(0).terms().maxScore());
        String theirs = sheet.cell(row, column);
        if (theirs.isEmpty()) {
            sheet.set(row, column, ours);
        } else if (!FilledGradebook.isAmount(theirs, ours)) {
            notes.add("Canvas has " + PlainText.line(theirs) + " points for full marks, the policy " + ours
                    + ": scores are entered as they are");
        }
    }
}
