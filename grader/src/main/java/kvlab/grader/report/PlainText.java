package kvlab.grader.report;

/** Text that a submission may have written, made safe to show on a terminal. */
public final class PlainText {

    private PlainText() {}

    /** The first line, with every control character shown as a question mark. */
    public static String line(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }
}
