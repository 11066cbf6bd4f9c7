package kvlab.grader.export.gradebook;

import java.util.regex.Pattern;

/** What a spreadsheet must not take for a formula. */
final class SafeText {

    /** Beside the plain signs their wide forms, which some spreadsheets read alike. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final String SHOWN_AS_IT_IS = "'";

    private SafeText() {}

    /** The same text; if a spreadsheet would compute it, behind an apostrophe, which makes it a text there. */
    static String of(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? SHOWN_AS_IT_IS + text : text;
    }
}
