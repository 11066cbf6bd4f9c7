package kvlab.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/** The batch as a plain-text table: one line per submission, then the reasons for each one that lost points. */
public final class GradeTable {

    private static final int COLUMN = 6;
    private static final String HEADING = "submission";

    /** @param batch graded by the same policy */
    public String render(List<SubmissionResult> batch) {
        int width = Stream.concat(Stream.of(HEADING), batch.stream().map(SubmissionResult::submission))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        if (!batch.isEmpty()) {
            lines.add(row(width, HEADING, headings(batch.get(0).tests()), "score"));
        }
        for (SubmissionResult result : batch) {
            List<String> verdicts = result.tests().stream()
                    .map(test -> test.verdict().inTable())
                    .toList();
            String open = result.decided() ? "" : " (not all decided)";
            lines.add(row(width, result.submission(), verdicts, ResultWords.score(result) + open));
        }
        for (SubmissionResult result : batch) {
            String name = result.submission() + ": ";
            reason(result).ifPresent(reason -> lines.add(name + reason));
            result.adjustments().forEach(adjustment -> lines.add(name + ResultWords.line(adjustment)));
            result.review().forEach(why -> lines.add(name + "for review: " + PlainText.line(why.message())));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The tests' numbers; with several suites, prefixed with the first letter of the suite. */
    private static List<String> headings(List<TestResult> tests) {
        boolean several = tests.stream().map(TestResult::suite).distinct().count() > 1;
        return tests.stream()
                .map(test -> (several ? test.suite().substring(0, 1) : "") + test.number())
                .toList();
    }

    private static String row(int width, String name, List<String> cells, String last) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s ", name));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%" + COLUMN + "s", cell)));
        return row.append("  ").append(last).toString();
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
