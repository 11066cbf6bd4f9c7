package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.result.SubmissionResult;
import kvlab.grader.result.TestResult;

/**
 * Why a TA should look at a submission.
 *
 * @param why a line each
 */
public record Attention(SubmissionResult result, List<String> why) {

    /** The tests that the kit could not decide; those go first, since they hold up the grades. */
    static List<Attention> undecided(List<SubmissionResult> results) {
        return list(results.stream()
                .filter(result -> !result.decided())
                .map(result -> new Attention(result, openTests(result))));
    }

    static List<Attention> review(List<SubmissionResult> results) {
        return list(results.stream().map(result -> new Attention(result, result.review())));
    }

    /** What is good to know, though nothing need be done. */
    static List<Attention> notes(List<SubmissionResult> results) {
        return list(results.stream().map(result -> new Attention(result, lines(result))));
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
            lines.add(result.files().inWords());
        }
        return lines;
    }

    private static List<Attention> list(Stream<Attention> all) {
        return all.filter(attention -> !attention.why().isEmpty()).toList();
    }

    private static String inWords(TestResult test) {
        String why =
                test.firstFailure().map(failure -> ": " + failure.message()).orElse("");
        return test.suite() + " " + test.number() + " " + test.verdict().inFiles() + why;
    }
}
