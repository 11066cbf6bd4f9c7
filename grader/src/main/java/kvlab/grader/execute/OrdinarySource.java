package kvlab.grader.execute;

import java.util.List;
import kvlab.grader.intake.SourceFile;

/**
 * Recognises sources that cannot exhaust the compiler's stack or heap. Conservative: a source may be ordinary without
 * being recognised, but not the reverse.
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
        // Unicode escapes are not decoded here.
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
