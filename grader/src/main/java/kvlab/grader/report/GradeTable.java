package kvlab.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.grader.run.LabSuite;
import kvlab.grader.run.TestOutcome;
import kvlab.grader.score.Assignment;

/** The batch as a table in plain text: a line for each submission, then for each that lost points the first reason. */
public final class GradeTable {

    private static final int COLUMN = 6;
    private static final String HEADING = "submission";

    private final Assignment assignment;

    public GradeTable(Assignment assignment) {
        this.assignment = assignment;
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
        batch.forEach(graded -> reason(graded).ifPresent(lines::add));
        return String.join("\n", lines) + "\n";
    }

    private List<String> headings() {
        return assignment.suite().tests().stream()
                .map(LabSuite.Case::number)
                .map(String::valueOf)
                .toList();
    }

    private static List<String> verdicts(Graded graded) {
        return graded.outcome().tests().stream()
                .map(test -> VerdictName.of(test.verdict()).inTable())
                .toList();
    }

    private static String points(Graded graded) {
        String score = graded.score().points().toPlainString() + " / "
                + graded.score().maxPoints().toPlainString();
        return graded.outcome().isDecided() ? score : score + " (not all decided)";
    }

    private static String row(int width, String name, List<String> cells, String last) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s ", name));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%" + COLUMN + "s", cell)));
        return row.append("  ").append(last).toString();
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
