package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;

/**
 * The verdicts of a class on one test.
 *
 * @param all number of submissions that the test was run on
 * @param parts the submissions by verdict, passed first; no part is empty
 */
public record TestRate(TestColumn test, int all, List<TestRate.Part> parts) {

    /** @param before number of submissions in the parts before this one */
    public record Part(VerdictName verdict, int count, int before) {}

    static TestRate of(TestColumn test, List<SubmissionResult> results) {
        List<VerdictName> verdicts = results.stream()
                .map(test::in)
                .flatMap(Optional::stream)
                .map(TestResult::verdict)
                .toList();
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (VerdictName verdict : VerdictName.values()) {
            int count = (int) verdicts.stream().filter(verdict::equals).count();
            if (count > 0) {
                parts.add(new Part(verdict, count, before));
                before += count;
            }
        }
        return new TestRate(test, verdicts.size(), List.copyOf(parts));
    }

    public long passed() {
        return parts.stream()
                .filter(part -> part.verdict() == VerdictName.PASSED)
                .mapToLong(Part::count)
                .sum();
    }

    /** In whole percent, such as {@code 67 %}; 100 only if all passed, 0 only if none did. */
    public String passedShare() {
        long passed = passed();
        if (all == 0 || passed == 0 || passed == all) {
            return all == 0 ? "" : passed == 0 ? "0 %" : "100 %";
        }
        return Math.min(99, Math.max(1, Math.round(100.0 * passed / all))) + " %";
    }

    /** The verdicts of the others, such as {@code 3 failed, 1 timed out}. */
    public String others() {
        return parts.stream()
                .filter(part -> part.verdict() != VerdictName.PASSED)
                .map(part -> part.count() + " " + part.verdict().inFiles())
                .collect(Collectors.joining(", "));
    }
}
