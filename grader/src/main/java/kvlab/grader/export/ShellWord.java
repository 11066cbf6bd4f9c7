package kvlab.grader.export;

import java.util.List;
import java.util.stream.Collectors;

/** Quotes any text as one word of a POSIX shell. */
final class ShellWord {

    private ShellWord() {}

    static String of(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }

    /** Arguments for kvlab's command line, which expands an argument with one leading {@code @} as an argument file. */
    static String arguments(List<String> texts) {
        return texts.stream()
                .map(text -> text.startsWith("@") ? "@" + text : text)
                .map(ShellWord::of)
                .collect(Collectors.joining(" "));
    }
}
