package kvlab.grader.execute;

import java.util.List;
import kvlab.grader.intake.SourceFile;

/**
 * Tells sources that no compiler has trouble with from those that may take it to its limits. A rough measure that errs to
 * one side: whatever it calls ordinary is.
 */
final class OrdinarySource {

    private static final int MAX_CHARACTERS = 64 * 1024;
    private static final int MAX_NESTING = 32;
    private static final int MAX_STATEMENT_LENGTH = 4 * 1024;

    private OrdinarySource() {}

    static boolean areAll(List<SourceFile> sources) {
        return sources.stream().allMatch(source -> isOrdinary(source.text()));
    }

    private static boolean isOrdinary(String text) {
        // What stands behind Unicode escapes is not seen here.
        return text.length() <= MAX_CHARACTERS && !text.contains("\\u") && isShallow(text);
    }

    private static boolean isShallow(String text) {
        int depth = 0;
        int sinceStatement = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            sinceStatement = ";{}".indexOf(c) >= 0 ? 0 : sinceStatement + 1;
            if (Math.abs(depth) > MAX_NESTING || sinceStatement > MAX_STATEMENT_LENGTH) {
                return false;
            }
        }
        return true;
    }
}
