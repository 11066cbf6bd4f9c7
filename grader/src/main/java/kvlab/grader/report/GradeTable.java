package kvlab.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.run.TestOutcome;
import kvlab.grader.score.Adjustment;

/** The batch as a table in plain text: a line for each submission, then for each that lost points the reasons. */
public final class GradeTable {

    private static final int COLUMN = 6;
    private static final String HEADING = "submission";

    private final Policy policy;

    public GradeTable(Policy policy) {
        this.policy = policy;
    }

    public String render(List<Graded> batch) {
        int width =
                batch.stream().mapToInt(graded -> graded.name().length()).max().orElse(0);
        width = Math.max(width, HEADING.length());
        List<String> lines = new ArrayList<>();
        lines.add(row(width, HEADING, headings(), "score"));
        for (Graded graded : batch) {
            lines.add(row(width, graded.name(), verdicts(graded), points(graded)));
        }
        for (Graded graded : batch) {
            reason(graded).ifPresent(lines::add);
            graded.score().adjustments().forEach(adjustment -> lines.add(line(graded, adjustment)));
            graded.score().review().forEach(why -> lines.add(graded.name() + ": for review: " + why));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The tests' numbers; where there are several suites, with the first letter of theirs. */
    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (SuiteRules suite : policy.suites()) {
            String prefix = policy.suites().size() == 1 ? "" : suite.name().substring(0, 1);
            suite.tests().forEach(test -> headings.add(prefix + test.number()));
        }
        return headings;
    }

    private static List<String> verdicts(Graded graded) {
        return graded.outcome().tests().stream()
                .map(test -> VerdictName.of(test.verdict()).inTable())
                .toList();
    }

    private static String points(Graded graded) {
        String score = graded.score().inWords();
        return graded.isDecided() ? score : score + " (not all decided)";
    }

    private static String row(int width, String name, List<String> cells, String last) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s ", name));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%" + COLUMN + "s", cell)));
        return row.append("  ").append(last).toString();
    }

    private static String line(Graded graded, Adjustment adjustment) {
        String sign = adjustment.points().signum() > 0 ? "+" : "";
        return graded.name() + ": " + adjustment.reason() + ": " + sign + Points.text(adjustment.points());
    }

    private static Optional<String> reason(Graded graded) {
        return graded.outcome().tests().stream()
                .filter(test -> test.firstFailure().isPresent())
                .findFirst()
                .map(test -> graded.name() + ": " + place(test)
                        + PlainText.line(test.verdict().message()));
    }

    private static String place(TestOutcome test) {
        return VerdictName.of(test.verdict()) == VerdictName.REFUSED
                ? ""
                : "test " + test.number() + " " + VerdictName.of(test.verdict()).inFiles() + " in "
                        + test.failedSchedules() + " of " + test.schedulesRun() + " schedules: ";
    }
}
