package kvlab.grader.report;

/** Text that a submission may have written, made safe within markup. */
public final class Escaped {

    private Escaped() {}

    /** As the text of an HTML element or the value of an attribute. */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
