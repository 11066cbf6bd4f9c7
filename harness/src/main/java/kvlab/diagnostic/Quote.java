package kvlab.diagnostic;

import java.util.Locale;

/**
 * Shows text whose characters a reader might not see, or might take for others: keys and values, and what a submission's
 * code says.
 */
public final class Quote {
    /** The longest text that is shown whole, and what is shown of either end of longer text. */
    private static final int MAX_LENGTH = 72;

    private static final int END = 28;

    private Quote() {}

    /**
     * A key or value as a Java string literal in ASCII, so that two different ones look different, on any console. Long
     * text is shortened in the middle, and its length added.
     */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return '"' + literal(text) + '"';
        }
        return '"' + literal(text.substring(0, END)) + "..." + literal(text.substring(text.length() - END)) + "\" ("
                + text.length() + " characters)";
    }

    /** The text between the quotes of a Java string literal in ASCII. */
    public static String literal(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                shown.append('\\').append(character);
            } else if (character >= ' ' && character < 0x7f) {
                shown.append(character);
            } else {
                appendEscaped(shown, character);
            }
        }
        return shown.toString();
    }

    /** Prose of a submission: what cannot be seen is escaped, and words of any language stay. */
    public static String prose(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isVisible(each)) {
                shown.appendCodePoint(each);
            } else {
                for (char character : Character.toChars(each)) {
                    appendEscaped(shown, character);
                }
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    private static void appendEscaped(StringBuilder shown, char character) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> shown.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        }
    }
}
