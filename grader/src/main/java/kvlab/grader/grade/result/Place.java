package kvlab.grader.grade.result;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a submission was while it was graded, as it stands in messages. That is the grader's business alone. */
public final class Place {

    /** Messages show these as escapes, see {@code kvlab.grader.intake}. */
    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]";

    private static final String ESCAPED = "(?:" + INVISIBLE + "|\\\\u[0-9a-f]{4,6})+";

    /** Directories in front of a relative path, where a message has the absolute one. */
    private static final String START = "(?<![\\p{L}\\p{N}_./-])(?:/(?:[^\\s/]++/)*)?";

    private static final String END = "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])";

    private final Pattern pattern;

    private Place(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param path as {@link SubmissionResult#path} has it. A name alone gives no directory away and may be a word of the
     *     message, such as {@code server}, so that it counts only where a text begins with it.
     */
    public static Place of(String path) {
        if (path.isBlank()) {
            return new Place(Pattern.compile("(?!)"));
        }
        String spelled = Arrays.stream(path.split(INVISIBLE + "+", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(ESCAPED));
        return new Place(Pattern.compile((path.contains("/") ? START : "\\A") + spelled + END));
    }

    /** The text with other words wherever it tells this place. */
    public String replacedIn(String text, String words) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(words));
    }
}
