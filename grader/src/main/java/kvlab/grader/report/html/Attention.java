package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.TestResult;

/**
 * Something that a TA should look at.
 *
 * @param why in one line
 * @param submissions of which it is true
 */
public record Attention(String why, List<SubmissionResult> submissions) {

    /** What the kit could not decide; that holds up the grades. */
    static List<Attention> undecided(List<SubmissionResult> results) {
        return list(results, result -> result.decided() ? List.of() : openTests(result));
    }

    static List<Attention> review(List<SubmissionResult> results) {
        return list(results, SubmissionResult::review);
    }

    /** What is good to know, though nothing need be done. */
    static List<Attention> notes(List<SubmissionResult> results) {
        return list(results, Attention::lines);
    }

    private static List<Attention> list(
            List<SubmissionResult> results, Function<SubmissionResult, List<String>> reasons) {
        Map<String, List<SubmissionResult>> byReason = new LinkedHashMap<>();
        for (SubmissionResult result : results) {
            for (String why : reasons.apply(result)) {
                byReason.computeIfAbsent(why, none -> new ArrayList<>()).add(result);
            }
        }
        return byReason.entrySet().stream()
                .map(reason -> new Attention(reason.getKey(), List.copyOf(reason.getValue())))
                .toList();
    }

    private static List<String> openTests(SubmissionResult result) {
        List<String> open = result.tests().stream()
                .filter(test -> !test.isDecided())
                .map(Attention::inWords)
                .toList();
        return open.isEmpty() ? List.of("some schedules could not be decided, and the score may still rise") : open;
    }

    private static List<String> lines(SubmissionResult result) {
        List<String> lines = new ArrayList<>(result.notes());
        if (!result.files().isClean()) {
            lines.add(result.files().diagnostic().message());
        }
        return lines;
    }

    private static String inWords(TestResult test) {
        String why =
                test.firstFailure().map(failure -> ": " + failure.message()).orElse("");
        return test.suite() + " " + test.number() + " " + test.verdict().inFiles() + why;
    }
}
