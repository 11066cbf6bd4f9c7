package kvlab.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * The batch as a plain-text table: one line per submission, then the reasons for each one that lost points. A table that
 * is too wide continues below itself.
 *
 * @param columns of the terminal, if it is shown on one
 */
public record GradeTable(OptionalInt columns) {

    private static final int COLUMN = 6;
    private static final int LEAST_NAME = 12;
    private static final String HEADING = "submission";
    private static final String BEFORE_SCORE = "  ";

    /** A table as wide as it has to be. */
    public GradeTable() {
        this(OptionalInt.empty());
    }

    /** @param batch graded by the same policy */
    public String render(List<SubmissionResult> batch) {
        List<String> lines = new ArrayList<>();
        if (!batch.isEmpty()) {
            lines.addAll(table(batch));
        }
        for (SubmissionResult result : batch) {
            String name = result.submission() + ": ";
            reason(result).ifPresent(reason -> lines.add(name + reason));
            result.adjustments().forEach(adjustment -> lines.add(name + ResultWords.line(adjustment)));
            result.review().forEach(why -> lines.add(name + "for review: " + PlainText.line(why.message())));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private List<String> table(List<SubmissionResult> batch) {
        List<String> names = Stream.concat(Stream.of(HEADING), batch.stream().map(SubmissionResult::submission))
                .toList();
        List<String> scores = Stream.concat(Stream.of("score"), batch.stream().map(GradeTable::score))
                .toList();
        List<String> headings = headings(batch.get(0).tests());
        int widest = widest(names);
        int widestScore = BEFORE_SCORE.length() + widest(scores);
        int all = columns.orElse(Integer.MAX_VALUE);
        int name = Math.min(widest, Math.max(LEAST_NAME, all - 1 - headings.size() * COLUMN - widestScore));
        int cells = Math.max(1, (all - 1 - name - widestScore) / COLUMN);
        List<String> lines = new ArrayList<>();
        for (int first = 0; first < headings.size() || first == 0; first += cells) {
            int end = Math.min(headings.size(), first + cells);
            boolean last = end == headings.size();
            for (int row = 0; row < names.size(); row++) {
                List<String> texts = row == 0 ? headings : verdicts(batch.get(row - 1));
                lines.add(TextWidth.padded(TextWidth.cut(names.get(row), name), name) + " "
                        + texts.subList(first, Math.min(end, texts.size())).stream()
                                .map(GradeTable::cell)
                                .collect(Collectors.joining())
                        + (last ? BEFORE_SCORE + scores.get(row) : ""));
            }
        }
        return lines;
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
    }

    private static String cell(String text) {
        return " ".repeat(Math.max(0, COLUMN - text.length())) + text;
    }

    private static String score(SubmissionResult result) {
        return ResultWords.score(result) + (result.decided() ? "" : " (not all decided)");
    }

    private static List<String> verdicts(SubmissionResult result) {
        return result.tests().stream().map(test -> test.verdict().inTable()).toList();
    }

    /** The tests' numbers; with several suites, prefixed with the first letter of the suite. */
    private static List<String> headings(List<TestResult> tests) {
        boolean several = tests.stream().map(TestResult::suite).distinct().count() > 1;
        return tests.stream()
                .map(test -> (several ? test.suite().substring(0, 1) : "") + test.number())
                .toList();
    }

    private static Optional<String> reason(SubmissionResult result) {
        return result.tests().stream()
                .flatMap(test ->
                        test.firstFailure().stream().map(failure -> place(test) + PlainText.line(failure.message())))
                .findFirst();
    }

    private static String place(TestResult test) {
        return test.verdict() == VerdictName.REFUSED
                ? ""
                : "test " + test.number() + " " + test.verdict().inFiles() + " in " + test.failedSchedules() + " of "
                        + test.schedulesRun() + " schedules: ";
    }
}
