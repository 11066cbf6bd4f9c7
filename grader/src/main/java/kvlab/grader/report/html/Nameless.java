package kvlab.grader.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.Place;
import kvlab.grader.grade.result.SubmissionResult;

/** Messages that do not tell whose submission they are of, so that those of two submissions can be the same. */
final class Nameless {

    /** Initials say nothing without the name, and are in every other word. */
    private static final int MIN_WORD_LENGTH = 2;

    private Nameless() {}

    /** With a {@linkplain Blanked#GAP gap} for where the submission was, and for all that its owner is called. */
    static String message(SubmissionResult result, String message) {
        String placeless = Place.of(result.path()).replacedIn(message, Blanked.GAP);
        List<String> names = names(result);
        return names.isEmpty() ? placeless : anyOf(names).matcher(placeless).replaceAll(Blanked.GAP);
    }

    /** Each in full, its words alone, and two of them run together, as they may stand in a file's name; the longest first, so that it goes whole. */
    private static List<String> names(SubmissionResult result) {
        String file = result.path().replaceFirst("(?s).*/", "");
        Stream<String> whole = Stream.of(
                result.submission(),
                file,
                file.replaceFirst("\\.\\w+$", ""),
                result.owner().name(),
                result.owner().id(),
                result.owner().email());
        List<String> words =
                Pattern.compile("[\\s,]+").splitAsStream(result.owner().name()).toList();
        Stream<String> pairs = words.stream().flatMap(a -> words.stream().map(b -> a + b));
        return Stream.of(whole, pairs, words.stream())
                .flatMap(names -> names)
                .filter(name -> name.length() >= MIN_WORD_LENGTH)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** As words, in whatever case; an underscore ends a word, as in {@code doe_lab4}. */
    private static Pattern anyOf(List<String> names) {
        return Pattern.compile(
                names.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
