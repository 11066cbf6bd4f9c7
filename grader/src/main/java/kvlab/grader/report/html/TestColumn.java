package kvlab.grader.report.html;

import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;

/**
 * A column of the class's table.
 *
 * @param severalSuites whether its number alone is ambiguous
 */
public record TestColumn(String suite, int number, String title, boolean severalSuites) {

    /** All tests in any of the results, in the policy's order. */
    static List<TestColumn> of(List<SubmissionResult> results) {
        List<TestResult> tests =
                results.stream().flatMap(result -> result.tests().stream()).toList();
        boolean several = tests.stream().map(TestResult::suite).distinct().count() > 1;
        return tests.stream()
                .map(test -> new TestColumn(test.suite(), test.number(), test.title(), several))
                .distinct()
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

    /** This submission's result of the test; empty if it was not run. */
    public Optional<TestResult> in(SubmissionResult result) {
        return result.tests().stream()
                .filter(test -> test.number() == number && test.suite().equals(suite))
                .findFirst();
    }
}
