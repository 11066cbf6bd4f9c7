package kvlab.grader.picture;

import kvlab.diagnostic.Quote;

/**
 * Text as the page shows it: what cannot be seen, or would turn the direction of other text, is escaped, and the end of a
 * long text is cut off. What is shown so already stays as it is.
 */
final class Shown {
    static final int MAX_LENGTH = 2_000;

    private static final String CUT = "...";

    private Shown() {}

    static String of(String text) {
        String clipped = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH + 1);
        return cut(
                clipped.chars().allMatch(character -> character >= ' ' && character <= '~')
                        ? clipped
                        : Quote.prose(clipped));
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
