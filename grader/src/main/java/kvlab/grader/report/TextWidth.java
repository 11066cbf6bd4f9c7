package kvlab.grader.report;

import java.util.function.IntPredicate;

/** How many columns of a terminal a text takes: combining characters none, those of East Asian scripts and emoji two. */
public final class TextWidth {

    private static final String CUT = "…";

    private static final int FIRST_WIDE = 0x1100;

    /** First and last of each range that Unicode's East Asian Width calls wide or full-width, roughly. */
    private static final int[][] WIDE = {
        {FIRST_WIDE, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97C},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private TextWidth() {}

    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text with spaces up to this width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text if it fits into this width, otherwise its beginning and an ellipsis. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        int[] left = {width - of(CUT)};
        IntPredicate fits = character -> {
            left[0] -= of(character);
            return left[0] >= 0;
        };
        text.codePoints().takeWhile(fits).forEach(beginning::appendCodePoint);
        return beginning + CUT;
    }

    private static int of(int character) {
        int type = Character.getType(character);
        boolean none =
                type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
        return none ? 0 : isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        if (character < FIRST_WIDE) {
            return false;
        }
        for (int[] range : WIDE) {
            if (range[0] <= character && character <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
