package kvlab.grader.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that a submission may have written, made safe to show on a terminal. */
public final class PlainText {

    /** Among them those of one byte that begin commands of a terminal as ESC [ does, and line separators. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private PlainText() {}

    /** The first line, with every control character shown as a question mark. */
    public static String line(String text) {
        return INVISIBLE.matcher(text.lines().findFirst().orElse("")).replaceAll("?");
    }

    /** All lines, with every other control character shown as a question mark. */
    public static String lines(String text) {
        return text.lines().map(PlainText::line).collect(Collectors.joining("\n"));
    }
}
