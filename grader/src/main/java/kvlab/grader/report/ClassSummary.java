package kvlab.grader.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.VerdictName;

/**
 * A class in a few numbers.
 *
 * @param submissions that have a result
 * @param undecided whose score may still rise; they are not part of mean and median
 * @param mean of the decided scores, rounded to hundredths; empty if none is decided
 * @param median likewise
 * @param maxScore full marks; empty without submissions
 * @param refused of which no test was run
 * @param late handed in late
 * @param forReview at which a person should look
 */
public record ClassSummary(
        int submissions,
        int undecided,
        Optional<BigDecimal> mean,
        Optional<BigDecimal> median,
        Optional<BigDecimal> maxScore,
        int refused,
        int late,
        int forReview) {

    private static final int DECIMALS = 2;

    public static ClassSummary of(List<SubmissionResult> results) {
        List<BigDecimal> scores = results.stream()
                .filter(SubmissionResult::decided)
                .map(SubmissionResult::score)
                .sorted()
                .toList();
        return new ClassSummary(
                results.size(),
                results.size() - scores.size(),
                mean(scores),
                mean(middle(scores)),
                results.stream().findFirst().map(result -> result.terms().maxScore()),
                (int) results.stream().filter(ClassSummary::isRefused).count(),
                (int) results.stream().filter(result -> result.lateDays() > 0).count(),
                (int) results.stream().filter(ClassSummary::isForReview).count());
    }

    private static List<BigDecimal> middle(List<BigDecimal> sorted) {
        return sorted.isEmpty() ? sorted : sorted.subList((sorted.size() - 1) / 2, sorted.size() / 2 + 1);
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(Points.normal(scores.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(scores.size()), DECIMALS, RoundingMode.HALF_EVEN)));
    }

    /** Whether no test of it was run. */
    public static boolean isRefused(SubmissionResult result) {
        return !result.tests().isEmpty()
                && result.tests().stream().allMatch(test -> test.verdict() == VerdictName.REFUSED);
    }

    /** Whether a person should look at it for another reason than that it is not decided. */
    public static boolean isForReview(SubmissionResult result) {
        return !result.review().isEmpty() || result.lacksItsTime();
    }

    /** Such as {@code 30 graded, mean 61.5 and median 80 of 90; 9 refused, 5 late, 1 for review}. */
    public String inWords() {
        StringBuilder words = new StringBuilder(submissions - undecided + " graded");
        if (mean.isPresent() && median.isPresent() && maxScore.isPresent()) {
            words.append(", mean ")
                    .append(Points.text(mean.get()))
                    .append(" and median ")
                    .append(Points.text(median.get()))
                    .append(" of ")
                    .append(Points.text(maxScore.get()));
        }
        List<String> others = new ArrayList<>();
        add(others, undecided, "not decided");
        add(others, refused, "refused");
        add(others, late, "late");
        add(others, forReview, "for review");
        return others.isEmpty() ? words.toString() : words + "; " + String.join(", ", others);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
