package kvlab.grader.report.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import kvlab.grader.result.SubmissionResult;

/** How scores get into rows, whatever the gradebook. */
final class Entry {

    private Entry() {}

    /**
     * @param notes so far
     * @param score enters a score that is decided
     * @param nothing empties the row's score
     */
    static Filled all(
            Worksheet sheet,
            Matching matching,
            List<String> notes,
            BiConsumer<Integer, SubmissionResult> score,
            IntConsumer nothing) {
        List<String> all = new ArrayList<>(notes);
        int filled = 0;
        for (int row : matching.results().keySet()) {
            SubmissionResult result = matching.results().get(row);
            if (result.decided()) {
                score.accept(row, result);
                filled++;
            } else {
                nothing.accept(row);
                all.add(result.submission() + " is not decided, so it gets no score yet");
            }
        }
        return new Filled(sheet.render(), filled, all);
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
