package kvlab.grader.export.gradebook;

import java.util.regex.Pattern;

/** Escapes text that a spreadsheet would evaluate as a formula. */
final class SafeText {

    /** Includes full-width forms, which some spreadsheets treat alike. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final String SHOWN_AS_IT_IS = "'";

    private SafeText() {}

    /** The text, prefixed with an apostrophe if a spreadsheet would evaluate it. */
    static String of(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? SHOWN_AS_IT_IS + text : text;
    }
}
