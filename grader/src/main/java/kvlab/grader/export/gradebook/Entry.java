package kvlab.grader.export.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.report.PlainText;

/**
 * How scores get into rows, whatever the gradebook.
 *
 * @param name the column of the students' names; -1 if there is none
 * @param score the column of the scores
 * @param untouchable why a row must stay as it is; empty if it need not
 * @param beside enters what else there is about a result, or empties it if the result is not decided
 */
record Entry(
        Worksheet sheet,
        int name,
        int score,
        IntFunction<Optional<String>> untouchable,
        BiConsumer<Integer, SubmissionResult> beside) {

    /** Moodle's way to say that there is no grade. */
    private static final String NO_GRADE = "-";

    /** @param notes so far; what was there already and is another score now is added to them */
    Filled all(Matching matching, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        int filled = 0;
        for (int row : matching.results().keySet()) {
            SubmissionResult result = matching.results().get(row);
            Optional<String> why = untouchable.apply(row);
            if (why.isPresent()) {
                all.add(whose(row, result) + " " + why.get() + ", so the row stays as it is");
                continue;
            }
            if (result.decided()) {
                filled++;
            } else {
                all.add(result.submission() + " is not decided, so it gets no score yet");
            }
            enter(row, result, all);
        }
        return new Filled(sheet.render(), filled, all);
    }

    private void enter(int row, SubmissionResult result, List<String> notes) {
        String before = sheet.cell(row, score);
        String now = result.decided() ? Points.text(result.score()) : "";
        if (!before.isEmpty() && !before.equals(NO_GRADE) && !isAmount(before, now)) {
            notes.add(whose(row, result) + ": was " + PlainText.line(before) + ", now "
                    + (now.isEmpty() ? "empty" : now));
        }
        sheet.set(row, score, now);
        beside.accept(row, result);
    }

    /** The submission, and the student, since a group's submission has several rows. */
    private String whose(int row, SubmissionResult result) {
        String student = PlainText.line(sheet.cell(row, name));
        return result.submission() + (student.isEmpty() ? "" : " (" + student + ")");
    }

    /** Whether a cell has this amount, with whatever zeros at its end, and a comma or a point in it. */
    static boolean isAmount(String cell, String amount) {
        try {
            return new BigDecimal(cell.replace(',', '.')).compareTo(new BigDecimal(amount)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
