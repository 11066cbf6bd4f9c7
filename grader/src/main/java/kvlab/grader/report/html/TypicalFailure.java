package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.diagnostic.Audience;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * A kind of failure that one or more submissions share.
 *
 * @param message the common message, with gaps for the author and where the failures differ
 * @param example the first of the messages, unchanged
 * @param tests the tests that failed; empty for a refusal, which precedes the tests
 * @param submissions the submissions, without duplicates
 */
public record TypicalFailure(
        VerdictName verdict,
        String message,
        String example,
        List<TestColumn> tests,
        List<SubmissionResult> submissions) {

    private record Case(TestColumn column, SubmissionResult result, VerdictName verdict, Diagnostic diagnostic) {

        String message() {
            return diagnostic.message(Audience.EVERYONE);
        }

        /** The grouping key: equal for failures of one kind. */
        List<Object> kind() {
            return List.of(verdict, diagnostic.code(), message());
        }
    }

    /** All kinds, the most frequent first, without undecided tests. */
    static List<TypicalFailure> of(List<TestColumn> columns, List<SubmissionResult> results) {
        List<Case> cases = new ArrayList<>();
        for (TestColumn column : columns) {
            for (SubmissionResult result : results) {
                column.in(result)
                        .filter(TestResult::isDecided)
                        .ifPresent(test -> test.firstFailure()
                                .ifPresent(failure ->
                                        cases.add(new Case(column, result, test.verdict(), failure.diagnostic()))));
            }
        }
        Map<List<Object>, List<Case>> byKind =
                cases.stream().collect(Collectors.groupingBy(Case::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.values().stream()
                .map(TypicalFailure::of)
                .sorted(Comparator.comparingInt(failure -> -failure.count()))
                .toList();
    }

    private static TypicalFailure of(List<Case> cases) {
        Case first = cases.get(0);
        return new TypicalFailure(
                first.verdict(),
                first.message(),
                first.diagnostic().message(),
                first.verdict() == VerdictName.REFUSED
                        ? List.of()
                        : cases.stream().map(Case::column).distinct().toList(),
                cases.stream().map(Case::result).distinct().toList());
    }

    /** The number of submissions. */
    public int count() {
        return submissions.size();
    }

    public String testsInWords() {
        return tests.stream().map(TestColumn::shortName).collect(Collectors.joining(", "));
    }
}
