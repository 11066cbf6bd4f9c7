package kvlab.grader.corpus.mutants;

import java.util.List;
import java.util.stream.Stream;

/**
 * A replacement in a source file.
 *
 * @param operator what kind of change it is, in words
 * @param member the method or field around it
 * @param start the first replaced character
 * @param end the first character after it that stays
 * @param text what comes there instead
 */
record Edit(String operator, String member, int start, int end, String text) {

    /** The whole file after this change. */
    String applyTo(String source) {
        return source.substring(0, start) + text + source.substring(end);
    }

    /** The changed lines as a diff without context: those taken out, then those put in. */
    List<String> diff(String source) {
        int from = source.lastIndexOf('\n', start - 1) + 1;
        int newline = source.indexOf('\n', end);
        int to = newline < 0 ? source.length() : newline;
        String before = source.substring(from, to);
        String after = source.substring(from, start) + text + source.substring(end, to);
        return Stream.concat(lines("- ", before), lines("+ ", after)).toList();
    }

    private static Stream<String> lines(String sign, String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> sign + line);
    }
}
