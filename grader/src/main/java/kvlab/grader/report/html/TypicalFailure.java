package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * Something that went wrong in the same way in one or more submissions.
 *
 * @param message that of all of them, with gaps for what differs, and for whose they are
 * @param example the first of their messages as it was
 * @param tests in which; empty if it is a refusal, which comes before the tests
 * @param submissions whose, each once
 */
public record TypicalFailure(
        VerdictName verdict,
        String message,
        String example,
        List<TestColumn> tests,
        List<SubmissionResult> submissions) {

    private record Kind(VerdictName verdict, String code, String message) {}

    private record Case(TestColumn column, SubmissionResult result, TestResult test, TestResult.FirstFailure failure) {

        Kind kind() {
            return new Kind(
                    test.verdict(),
                    failure.diagnostic().code(),
                    failure.diagnostic().message(Audience.EVERYONE));
        }
    }

    /** All of them, those first that most submissions share. What the kit could not decide is not among them. */
    static List<TypicalFailure> of(List<TestColumn> columns, List<SubmissionResult> results) {
        List<Case> cases = new ArrayList<>();
        for (TestColumn column : columns) {
            for (SubmissionResult result : results) {
                column.in(result)
                        .filter(TestResult::isDecided)
                        .ifPresent(test -> test.firstFailure()
                                .ifPresent(failure -> cases.add(new Case(column, result, test, failure))));
            }
        }
        Map<Kind, List<Case>> byKind =
                cases.stream().collect(Collectors.groupingBy(Case::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> of(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparingInt(failure -> -failure.count()))
                .toList();
    }

    private static TypicalFailure of(Kind kind, List<Case> cases) {
        return new TypicalFailure(
                kind.verdict(),
                kind.message(),
                cases.get(0).failure().message(),
                kind.verdict() == VerdictName.REFUSED
                        ? List.of()
                        : cases.stream().map(Case::column).distinct().toList(),
                cases.stream().map(Case::result).distinct().toList());
    }

    /** How many submissions. */
    public int count() {
        return submissions.size();
    }

    public String testsInWords() {
        return tests.stream().map(TestColumn::shortName).collect(Collectors.joining(", "));
    }
}
