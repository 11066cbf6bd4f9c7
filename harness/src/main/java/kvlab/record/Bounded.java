package kvlab.record;

/** Keeps a record's texts small, whatever a submission says. */
final class Bounded {
    /** Far more than the values of a correct store. */
    private static final int MAX_VALUE = 4_000;

    private static final int MAX_LINE = 500;
    private static final int MAX_SHOWN = 300;
    private static final int END = 20;

    private Bounded() {}

    /** A key or value: whole, or if it is very long, its beginning, its end and its length. */
    static String value(String text) {
        return text.length() <= MAX_VALUE
                ? text
                : text.substring(0, END) + "...(" + text.length() + " characters)..."
                        + text.substring(text.length() - END);
    }

    /** A text that may hold a whole log, cut at its end. */
    static String state(String text) {
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "...";
    }

    /** Such a text as a line shows it. */
    static String shown(String state) {
        return state.length() <= MAX_SHOWN ? state : state.substring(0, MAX_SHOWN) + "...";
    }

    /** A line of text, cut at its end. */
    static String line(String text) {
        return text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "...";
    }
}
