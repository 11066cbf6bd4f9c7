package kvlab.grader.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;

/**
 * A histogram of the scores.
 *
 * @param bars from the lowest scores to the highest
 */
public record Distribution(List<Distribution.Bar> bars) {

    private static final int STEPS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String MORE = "more";

    /**
     * The submissions with scores in one range.
     *
     * @param range in percent, such as {@code 80–89}
     * @param settled number of submissions whose score is decided
     * @param open number of submissions whose score may still rise
     */
    public record Bar(String range, int settled, int open) {

        public int count() {
            return settled + open;
        }
    }

    public static Distribution of(List<SubmissionResult> results) {
        List<String> ranges = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            ranges.add(step * STEPS + "–" + (step * STEPS + STEPS - 1));
        }
        ranges.add("100");
        if (results.stream().anyMatch(result -> range(result) > STEPS)) {
            ranges.add(MORE);
        }
        int[][] counts = new int[ranges.size()][2];
        results.forEach(result -> counts[range(result)][result.decided() ? 0 : 1]++);
        List<Bar> bars = new ArrayList<>();
        for (String range : ranges) {
            int[] count = counts[bars.size()];
            bars.add(new Bar(range, count[0], count[1]));
        }
        return new Distribution(List.copyOf(bars));
    }

    /** The largest number of submissions in a bar, at least one. */
    public int highest() {
        return Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(0));
    }

    public boolean anyOpen() {
        return bars.stream().anyMatch(bar -> bar.open() > 0);
    }

    /** The text alternative of the picture. */
    public String inWords() {
        return bars.stream()
                .filter(bar -> bar.count() > 0)
                .map(bar -> bar.count() + " with " + bar.range() + (bar.range().equals(MORE) ? " than 100 %" : " %"))
                .collect(Collectors.joining(", "));
    }

    private static int range(SubmissionResult result) {
        Terms terms = result.terms();
        BigDecimal whole = terms.maxScore().signum() > 0 ? terms.maxScore() : terms.maxExtraCredit();
        if (whole.signum() == 0 || result.score().signum() < 0) {
            return 0;
        }
        int percent = result.score()
                .multiply(HUNDRED)
                .divide(whole, 0, RoundingMode.FLOOR)
                .intValue();
        if (percent >= 100) {
            return result.score().compareTo(whole) > 0 ? STEPS + 1 : STEPS;
        }
        return percent / STEPS;
    }
}
