package kvlab.grader.roster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.grader.grade.result.ScoreOverride;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Student;

/**
 * The staff's changes to scores, and comments: a table with the columns submission, test, points, who, when and why. It
 * lies beside the results, which do not change, and is applied whenever reports are made.
 *
 * @param file where they were read
 */
public record Overrides(Path file, List<Row> rows) {

    /** The name of the table in a directory of results. */
    public static final String FILE = "overrides.csv";

    private static final Map<String, List<String>> HEADINGS = StaffTable.headings(
            "submission = submission name student folder id login email emailaddress",
            "test = test",
            "points = points score to",
            "who = who by",
            "when = when date on",
            "why = why reason comment comments note");

    private static final String TOTAL = "total";
    private static final int MAX_POINTS = 1_000_000;

    /** @param submission what the table calls it */
    public record Row(int line, String submission, ScoreOverride override) {}

    public Overrides {
        rows = List.copyOf(rows);
    }

    /**
     * The results with their changes.
     *
     * @param notes rows that change nothing, and why
     */
    public record Applied(List<SubmissionResult> results, List<String> notes) {}

    /**
     * The table in a directory of results; empty if there is none.
     *
     * @throws UnusableTableException if the file is not such a table
     * @throws IOException if it cannot be read
     */
    public static Overrides in(Path results) throws IOException, UnusableTableException {
        Path file = results.resolve(FILE);
        if (!Files.exists(file)) {
            return new Overrides(file, List.of());
        }
        StaffTable table = StaffTable.read(file, HEADINGS);
        table.requireColumns("submission", "points", "who", "why");
        List<Row> rows = new ArrayList<>();
        for (StaffTable.Row row : table.rows()) {
            for (String column : List.of("submission", "who", "why")) {
                if (row.cell(column).isEmpty()) {
                    table.error(row, "there is no " + column);
                }
            }
            ScoreOverride override = new ScoreOverride(
                    row.optional("test").filter(test -> !test.equalsIgnoreCase(TOTAL)),
                    row.optional("points").flatMap(text -> points(table, row, text)),
                    row.cell("who"),
                    row.cell("when"),
                    row.cell("why"));
            if (override.test().isPresent() && row.cell("points").isEmpty()) {
                table.error(row, "there are no points; a comment alone is about no test");
            }
            rows.add(new Row(row.line(), row.cell("submission"), override));
        }
        table.requireNoErrors();
        return new Overrides(file, rows);
    }

    private static Optional<BigDecimal> points(StaffTable table, StaffTable.Row row, String text) {
        if (text.matches("\\d{1,7}([.,]\\d{1,6})?")) {
            BigDecimal points = new BigDecimal(text.replace(',', '.'));
            if (points.compareTo(BigDecimal.valueOf(MAX_POINTS)) <= 0) {
                return Optional.of(points);
            }
        }
        table.error(row, StaffTable.shown(text) + " are no points: write a number such as 7.5");
        return Optional.empty();
    }

    /** Applies them; of two for the same test, or the same total, the later row counts. */
    public Applied applyTo(List<SubmissionResult> results) {
        StudentIndex<SubmissionResult> index = new StudentIndex<>(
                results,
                result -> new Student(
                        result.submission(),
                        result.owner().name(),
                        result.owner().id(),
                        result.owner().email()));
        Map<String, List<ScoreOverride>> byName = new HashMap<>();
        List<String> notes = new ArrayList<>();
        for (Row row : rows) {
            Optional<SubmissionResult> found = index.find(row.submission());
            if (found.isEmpty()) {
                notes.add(note(row, "there is no result of " + row.submission() + ", or several fit"));
            } else if (!found.get().has(row.override())) {
                notes.add(note(
                        row,
                        row.submission() + " has no test "
                                + row.override().test().orElse("") + ": write it like core 4"));
            } else {
                byName.computeIfAbsent(found.get().submission(), name -> new ArrayList<>())
                        .add(row.override());
            }
        }
        return new Applied(
                results.stream()
                        .map(result -> result.overriding(byName.getOrDefault(result.submission(), List.of())))
                        .toList(),
                List.copyOf(notes));
    }

    private String note(Row row, String what) {
        return file.getFileName() + ", line " + row.line() + ": " + what;
    }
}
