package kvlab.grader.report;

import java.util.stream.Collectors;

/** Text that a submission may have written, made safe to show on a terminal. */
public final class PlainText {

    private PlainText() {}

    /** The first line, with every control character shown as a question mark. */
    public static String line(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }

    /** All lines, with every other control character shown as a question mark. */
    public static String lines(String text) {
        return text.lines().map(PlainText::line).collect(Collectors.joining("\n"));
    }
}
