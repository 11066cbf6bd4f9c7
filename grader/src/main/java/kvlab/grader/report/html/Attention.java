package kvlab.grader.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.diagnostic.Audience;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.ClassSummary;

/**
 * A reason for a TA to look at some submissions.
 *
 * @param why in one line, with gaps where the submissions differ
 * @param submissions to which it applies
 */
public record Attention(String why, List<SubmissionResult> submissions) {

    /**
     * The reason of one submission.
     *
     * @param before text before the sentence
     */
    private record Reason(SubmissionResult result, String before, Diagnostic diagnostic) {

        String told(Audience audience) {
            return before + diagnostic.message(audience);
        }

        /** The grouping key: equal for reasons that form one item of the list. */
        List<String> item() {
            return List.of(diagnostic.code(), told(Audience.EVERYONE));
        }
    }

    /** The undecided submissions, which delay the grades. */
    public static List<Attention> undecided(List<SubmissionResult> results) {
        return list(results, result -> result.decided() ? Stream.empty() : openTests(result));
    }

    public static List<Attention> review(List<SubmissionResult> results) {
        return list(
                results,
                result -> Stream.concat(
                                result.review().stream(),
                                result.notes().stream().filter(note -> isOfTime(result, note)))
                        .map(why -> new Reason(result, "", why)));
    }

    /** The submissions of which no test was run, with the reason, which a person should see before a zero goes out. */
    public static List<Attention> refused(List<SubmissionResult> results) {
        return list(
                results,
                result -> ClassSummary.isRefused(result)
                        ? result.tests().get(0).firstFailure().stream()
                                .map(failure -> new Reason(result, "", failure.diagnostic()))
                        : Stream.empty());
    }

    /** Information that requires no action. */
    public static List<Attention> notes(List<SubmissionResult> results) {
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
        Reason first = reasons.get(0);
        boolean same =
                reasons.stream().allMatch(reason -> reason.told(Audience.STAFF).equals(first.told(Audience.STAFF)));
        return new Attention(
                first.told(same ? Audience.STAFF : Audience.EVERYONE),
                reasons.stream().map(Reason::result).distinct().toList());
    }

    private static Stream<Reason> openTests(SubmissionResult result) {
        List<Reason> open = result.tests().stream()
                .filter(test -> !test.isDecided())
                .flatMap(test -> test.firstFailure().stream().map(failure -> {
                    String before = test.suite() + " " + test.number() + " "
                            + test.verdict().inFiles() + ": ";
                    return new Reason(result, before, failure.diagnostic());
                }))
                .toList();
        return open.isEmpty()
                ? Stream.of(new Reason(result, "", Diagnostic.of("report.open-schedules")))
                : open.stream();
    }

    private static Stream<Reason> notes(SubmissionResult result) {
        Stream<Diagnostic> files = result.files().isClean()
                ? Stream.empty()
                : Stream.of(result.files().diagnostic());
        return Stream.concat(result.notes().stream().filter(note -> !isOfTime(result, note)), files)
                .map(note -> new Reason(result, "", note));
    }

    /** A note for the staff alone, since its student need not worry. */
    private static boolean isOfTime(SubmissionResult result, Diagnostic note) {
        return note.code().equals("note.time-unknown") && result.lacksItsTime();
    }
}
