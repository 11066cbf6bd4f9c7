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
 * A gradebook with the scores entered.
 *
 * @param text the whole file
 * @param filled number of rows that got a score
 * @param notes what the staff must check, one line each; contains untrusted names
 */
public record FilledGradebook(String text, int filled, List<String> notes) {

    /** Moodle's notation for no grade. */
    private static final String NO_GRADE = "-";

    public FilledGradebook {
        notes = List.copyOf(notes);
    }

    /**
     * Enters scores in the matching rows.
     *
     * @param name the column of the students' names; -1 if there is none
     * @param score the column of the scores
     * @param untouchable the reason why a row must not change; empty if it may
     * @param feedback enters the feedback about a result, or clears it if the result is undecided
     * @param notes notes so far; existing scores that change are added to them
     */
    static FilledGradebook fill(
            Worksheet sheet,
            int name,
            int score,
            Matching matching,
            IntFunction<Optional<String>> untouchable,
            BiConsumer<Integer, SubmissionResult> feedback,
            List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        int filled = 0;
        for (int row : matching.results().keySet()) {
            SubmissionResult result = matching.results().get(row);
            String student = PlainText.line(sheet.cell(row, name));
            // Names the student, since the submission of a group has several rows.
            String whose = result.submission() + (student.isEmpty() ? "" : " (" + student + ")");
            Optional<String> why = untouchable.apply(row);
            if (why.isPresent()) {
                all.add(whose + " " + why.get() + ", so the row stays as it is");
                continue;
            }
            if (result.decided()) {
                filled++;
            } else {
                all.add(result.submission() + " is not decided, so it gets no score yet");
            }
            String before = sheet.cell(row, score);
            String now = result.decided() ? Points.text(result.score()) : "";
            if (!before.isEmpty() && !before.equals(NO_GRADE) && !isAmount(before, now)) {
                all.add(whose + ": was " + PlainText.line(before) + ", now " + (now.isEmpty() ? "empty" : now));
            }
            sheet.set(row, score, now);
            feedback.accept(row, result);
        }
        return new FilledGradebook(sheet.render(), filled, all);
    }

    /** Whether a cell equals this amount, ignoring trailing zeros, with a decimal comma or point. */
    static boolean isAmount(String cell, String amount) {
        try {
            return new BigDecimal(cell.replace(',', '.')).compareTo(new BigDecimal(amount)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
