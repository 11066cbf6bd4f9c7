package kvlab.grader.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.intake.SourceFile;

/**
 * Bounds that no honest source comes near. Beyond them the compiler takes minutes, or overflows its stack, and its words
 * mislead. Read from the text, in a single pass: types are told apart by their simple names only.
 */
final class SourceLimits {

    /** In characters. Longer than any name that a person types, or a word in a string. */
    private static final int MAX_NAME_LENGTH = 4_096;

    /** Of classes below each other. */
    private static final int MAX_DEPTH = 50;

    /** The compiler decodes these before it looks at words. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    /** Of all files, also those in strings and comments, which do no harm. */
    private final List<String> words = new ArrayList<>();

    private final Map<String, String> superclasses = new HashMap<>();

    private SourceLimits() {}

    /** The first bound that the sources exceed. */
    static Optional<Diagnostic> exceeded(List<SourceFile> sources) {
        SourceLimits limits = new SourceLimits();
        for (SourceFile source : sources) {
            Optional<Diagnostic> tooLong = limits.read(source);
            if (tooLong.isPresent()) {
                return tooLong;
            }
        }
        limits.readDeclarations();
        return limits.tooDeep();
    }

    private Optional<Diagnostic> read(SourceFile source) {
        String text = UNICODE_ESCAPE.matcher(source.text()).replaceAll(SourceLimits::decoded);
        int line = 1;
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            if (end - i > MAX_NAME_LENGTH) {
                return Optional.of(Diagnostic.of("compile.word-too-long")
                        .with("characters", end - i)
                        .with("max", MAX_NAME_LENGTH)
                        .at(new SourcePlace(source.name(), "", "", line)));
            } else if (end > i) {
                words.add(text.substring(i, end));
                i = end;
            } else {
                line += text.charAt(i) == '\n' ? 1 : 0;
                i++;
            }
        }
        return Optional.empty();
    }

    private static String decoded(MatchResult escape) {
        String character = Character.toString((char) Integer.parseInt(escape.group(1), 16));
        return Matcher.quoteReplacement(character);
    }

    /** {@code class A<T> extends B}: the word after {@code extends} is above the last word after {@code class}. */
    private void readDeclarations() {
        String declared = "";
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("class") || word.equals("interface")) {
                declared = words.get(i + 1);
            } else if (word.equals("extends") && !declared.isEmpty()) {
                superclasses.put(declared, words.get(i + 1));
            }
        }
    }

    private Optional<Diagnostic> tooDeep() {
        Map<String, Integer> depths = new HashMap<>();
        for (String type : superclasses.keySet()) {
            List<String> path = new ArrayList<>();
            String next = type;
            while (superclasses.containsKey(next) && !depths.containsKey(next) && path.size() <= MAX_DEPTH) {
                path.add(next);
                next = superclasses.get(next);
            }
            int depth = depths.getOrDefault(next, 0);
            for (int i = path.size() - 1; i >= 0; i--) {
                depths.put(path.get(i), ++depth);
            }
            if (depth > MAX_DEPTH && !path.contains(next)) {
                return Optional.of(Diagnostic.of("compile.hierarchy-too-deep")
                        .with("class", Excerpt.of(type, 100))
                        .with("max", MAX_DEPTH));
            }
        }
        return Optional.empty();
    }
}
