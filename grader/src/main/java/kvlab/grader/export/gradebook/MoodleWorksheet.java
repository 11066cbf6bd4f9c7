package kvlab.grader.export.gradebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.policy.Points;
import kvlab.grader.report.Escaped;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;

/**
 * A table of participants from Moodle, with grade and feedback: the offline grading worksheet of an assignment, or any table
 * whose columns can be mapped when grades are imported.
 *
 * <pre>
 * Identifier,Full name,ID number,Email address,Status,Grade,Maximum grade,Grade can be changed,...,Feedback comments
 * Participant 4711,Jane Doe,s0815,jane@x.edu,Submitted for grading,,90.00,Yes,...,
 * </pre>
 */
public final class MoodleWorksheet {

    private static final String CHANGEABLE = "Grade can be changed";
    private static final String IDENTIFIER = "Identifier";
    private static final String[] NUMBER = {"ID number", "useridnumber", "idnumber"};
    private static final String[] EMAIL = {"Email address", "useremail", "email"};

    private final Worksheet sheet;

    private MoodleWorksheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @throws UnusableGradebookException if no column identifies the students
     * @throws IOException if it cannot be read
     */
    public static MoodleWorksheet read(Path file) throws IOException, UnusableGradebookException {
        Worksheet sheet = Worksheet.read(file);
        if (sheet.column(IDENTIFIER) < 0 && sheet.column(NUMBER) < 0 && sheet.column(EMAIL) < 0) {
            throw new UnusableGradebookException(
                    file + " has none of the columns Identifier, ID number (useridnumber) and"
                            + " Email address (useremail): export the assignment's grading worksheet, or the participants");
        }
        return new MoodleWorksheet(sheet);
    }

    /**
     * Enters grades and feedback. Both are left empty for an undecided submission, and unchanged if Moodle has locked
     * the grade. The notes list every existing grade that changes.
     */
    public FilledGradebook fill(List<SubmissionResult> results) {
        int name = sheet.column("Full name", "name");
        int grade = sheet.columnOrNew("Grade");
        int feedback = sheet.column("Feedback comments", "feedback");
        int comments = feedback < 0 ? sheet.columnOrNew("Feedback comments") : feedback;
        Matching matching = Matching.of(
                results,
                IntStream.range(0, sheet.rows()).boxed().toList(),
                List.of(
                        // "Participant 4711", in any language.
                        Matching.Key.id(row -> sheet.cell(row, IDENTIFIER).replaceAll("\\D+", "")),
                        Matching.Key.id(row -> sheet.cell(row, NUMBER)),
                        Matching.Key.email(row -> sheet.cell(row, EMAIL)),
                        Matching.Key.login(row -> sheet.cell(row, "username")),
                        Matching.Key.name(row -> sheet.cell(row, name))));
        List<String> notes = new ArrayList<>(matching.notes());
        noteScale(results, notes);
        return FilledGradebook.fill(
                sheet,
                name,
                grade,
                matching,
                this::locked,
                (row, result) -> sheet.set(row, comments, result.decided() ? feedback(result) : ""),
                notes);
    }

    /** One line, since some programs do not preserve line breaks within a cell; Moodle renders it as HTML. */
    private static String feedback(SubmissionResult result) {
        String score = "Score: " + ResultWords.score(result);
        return Stream.concat(Stream.of(score), ResultWords.lostPoints(result).stream())
                .map(Escaped::html)
                .collect(Collectors.joining("<br />"));
    }

    private Optional<String> locked(int row) {
        return sheet.cell(row, CHANGEABLE).equalsIgnoreCase("No")
                ? Optional.of("is locked in Moodle (" + CHANGEABLE + ": No)")
                : Optional.empty();
    }

    private void noteScale(List<SubmissionResult> results, List<String> notes) {
        if (results.isEmpty()) {
            return;
        }
        Terms terms = results.get(0).terms();
        String ours = Points.text(terms.maxWithExtraCredit());
        List<String> theirs = IntStream.range(0, sheet.rows())
                .mapToObj(row -> PlainText.line(sheet.cell(row, "Maximum grade")))
                .filter(maximum -> !maximum.isEmpty() && !FilledGradebook.isAmount(maximum, ours))
                .distinct()
                .toList();
        if (!theirs.isEmpty()) {
            notes.add("Moodle's maximum grade is " + String.join(" or ", theirs) + ", and up to " + ours
                    + " can be earned: Moodle refuses what is more than its maximum");
        }
    }
}
