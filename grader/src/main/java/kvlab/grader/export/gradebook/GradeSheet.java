package kvlab.grader.export.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.report.ResultWords;
import org.apache.commons.csv.CSVFormat;

/**
 * A class as a CSV table for the staff, a row for each submission. The score is the sum of the three columns before it;
 * it is empty if the submission is undecided.
 */
public final class GradeSheet {

    private static final String[] BEFORE_TESTS =
            "submission,name,id,email,points,extra credit,adjustments,score,max score,days late,decided".split(",");

    /** Renders rows in the order of the results, with CR LF as in RFC 4180. */
    public String render(List<SubmissionResult> results) {
        List<String> tests = results.stream()
                .flatMap(result -> result.tests().stream())
                .map(GradeSheet::heading)
                .distinct()
                .toList();
        List<String> headings = new ArrayList<>(Arrays.asList(BEFORE_TESTS));
        headings.addAll(tests);
        headings.add("review");
        headings.add("by hand");
        StringBuilder table = new StringBuilder();
        print(table, headings);
        results.forEach(result -> print(table, row(result, tests)));
        return table.toString();
    }

    private static String heading(TestResult test) {
        return test.suite() + " " + test.number();
    }

    private static List<String> row(SubmissionResult result, List<String> tests) {
        Map<String, String> verdicts = result.tests().stream()
                .collect(Collectors.toMap(
                        GradeSheet::heading, test -> test.verdict().inFiles(), (first, second) -> first));
        List<String> row = new ArrayList<>(Arrays.asList(
                result.submission(),
                result.owner().name(),
                result.owner().id(),
                result.owner().email(),
                Points.text(result.sum(TestResult::points)),
                Points.text(result.sum(TestResult::extraCredit)),
                Points.text(Score.sum(result.adjustments(), BigDecimal.ZERO)),
                result.decided() ? Points.text(result.score()) : "",
                Points.text(result.terms().maxScore()),
                Integer.toString(result.lateDays()),
                result.decided() ? "yes" : "no"));
        tests.forEach(test -> row.add(verdicts.getOrDefault(test, "")));
        row.add(result.review().stream().map(Diagnostic::message).collect(Collectors.joining("; ")));
        row.add(result.adjustments().stream()
                .filter(Adjustment.ByHand.class::isInstance)
                .map(ResultWords::line)
                .collect(Collectors.joining("; ")));
        return row;
    }

    private static void print(StringBuilder table, List<String> cells) {
        try {
            CSVFormat.RFC4180.printRecord(
                    table, cells.stream().map(SafeText::of).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
    }
}
