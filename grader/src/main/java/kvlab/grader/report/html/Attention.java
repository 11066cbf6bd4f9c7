package kvlab.grader.report.html;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.diagnostic.Audience;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.TestResult;

/**
 * Something that a TA should look at.
 *
 * @param why in one line, with gaps where the submissions differ
 * @param submissions of which it is true
 */
public record Attention(String why, List<SubmissionResult> submissions) {

    /**
     * Why one submission is in the list.
     *
     * @param code what it is; those with the same code and the same common words are one item
     * @param common what it says of every such submission
     */
    private record Reason(SubmissionResult result, String code, String common, String why) {

        static Reason of(SubmissionResult result, String before, Diagnostic diagnostic) {
            return new Reason(
                    result,
                    diagnostic.code(),
                    before + diagnostic.message(Audience.EVERYONE),
                    before + diagnostic.message());
        }

        List<String> item() {
            return List.of(code, common);
        }
    }

    /** What the kit could not decide; that holds up the grades. */
    static List<Attention> undecided(List<SubmissionResult> results) {
        return list(results, result -> result.decided() ? Stream.empty() : openTests(result));
    }

    static List<Attention> review(List<SubmissionResult> results) {
        return list(results, result -> result.review().stream().map(why -> Reason.of(result, "", why)));
    }

    /** What is good to know, though nothing need be done. */
    static List<Attention> notes(List<SubmissionResult> results) {
        return list(results, Attention::notes);
    }

    private static List<Attention> list(
            List<SubmissionResult> results, Function<SubmissionResult, Stream<Reason>> reasons) {
        Map<List<String>, List<Reason>> items = results.stream()
                .flatMap(reasons)
                .collect(Collectors.groupingBy(Reason::item, LinkedHashMap::new, Collectors.toList()));
        return items.values().stream().map(Attention::of).toList();
    }

    private static Attention of(List<Reason> reasons) {
        Set<String> sentences = reasons.stream().map(Reason::why).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Attention(
                sentences.size() == 1
                        ? sentences.iterator().next()
                        : reasons.get(0).common(),
                reasons.stream().map(Reason::result).distinct().toList());
    }

    private static Stream<Reason> openTests(SubmissionResult result) {
        List<TestResult> open =
                result.tests().stream().filter(test -> !test.isDecided()).toList();
        if (open.isEmpty()) {
            String why = "some schedules could not be decided, and the score may still rise";
            return Stream.of(new Reason(result, "", why, why));
        }
        return open.stream()
                .flatMap(test -> test.firstFailure().stream()
                        .map(failure -> Reason.of(
                                result,
                                test.suite() + " " + test.number() + " "
                                        + test.verdict().inFiles() + ": ",
                                failure.diagnostic())));
    }

    private static Stream<Reason> notes(SubmissionResult result) {
        Stream<Diagnostic> files = result.files().isClean()
                ? Stream.empty()
                : Stream.of(result.files().diagnostic());
        return Stream.concat(result.notes().stream(), files).map(note -> Reason.of(result, "", note));
    }
}
