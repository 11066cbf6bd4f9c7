package kvlab.grader.export.kit;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The words of Java text without what is easily changed: names, comments, literals, annotations, imports. */
final class JavaWords {

    private static final Pattern WORD = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*" // comments
                    + "|\\b(?:import|package)\\b[^;]*+;|@[A-Za-z.]++" //
                    + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'" // literals
                    + "|[A-Za-z_$][\\w$]*+|\\d[\\w.]*+|[^\\s\\w]",
            Pattern.DOTALL);

    /** They do not change what a method does. */
    private static final Set<String> MODIFIERS = Set.of("public", "protected", "private", "final", "static", "this");

    private JavaWords() {}

    static List<String> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !isLeftOut(word))
                .map(JavaWords::normalised)
                .toList();
    }

    private static boolean isLeftOut(String word) {
        return word.startsWith("/*")
                || word.startsWith("//")
                || word.startsWith("import")
                || word.startsWith("package")
                || word.startsWith("@")
                || MODIFIERS.contains(word);
    }

    private static String normalised(String word) {
        char first = word.charAt(0);
        if (first == '"' || first == '\'' || Character.isDigit(first)) {
            return "0";
        }
        return Character.isJavaIdentifierStart(first) && !SourceVersion.isKeyword(word) ? "a" : word;
    }
}
