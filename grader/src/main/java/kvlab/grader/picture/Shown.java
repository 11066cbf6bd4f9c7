package kvlab.grader.picture;

import kvlab.diagnostic.Quote;

/** Text as the page shows it: what cannot be seen, or would turn the direction of other text, is escaped. */
final class Shown {
    private Shown() {}

    static String of(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~') ? text : Quote.prose(text);
    }
}
