package kvlab.grader.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;

/**
 * A test of the class's table.
 *
 * @param severalSuites whether its number alone does not tell it from the others
 */
public record TestColumn(String suite, int number, String title, boolean severalSuites) {

    /** All tests that somebody had, in the policy's order. */
    static List<TestColumn> of(List<SubmissionResult> results) {
        Stream<TestResult> tests = results.stream().flatMap(result -> result.tests().stream());
        List<TestColumn> columns = tests.map(test -> new TestColumn(test.suite(), test.number(), test.title(), false))
                .distinct()
                .toList();
        boolean several = columns.stream().map(TestColumn::suite).distinct().count() > 1;
        return columns.stream()
                .map(test -> new TestColumn(test.suite, test.number, test.title, several))
                .toList();
    }

    /** Such as {@code 4}, or {@code e4} if there are several suites. */
    public String shortName() {
        return (severalSuites ? suite.substring(0, 1) : "") + number;
    }

    /** Such as {@code Test 4}, or {@code extended 4} if there are several suites. */
    public String longName() {
        return (severalSuites ? suite : "Test") + " " + number;
    }

    /** What this submission made of it; empty if it was not asked to. */
    Optional<TestResult> in(SubmissionResult result) {
        return result.tests().stream()
                .filter(test -> test.number() == number && test.suite().equals(suite))
                .findFirst();
    }
}
