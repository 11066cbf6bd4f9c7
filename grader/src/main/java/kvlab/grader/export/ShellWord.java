package kvlab.grader.export;

import java.util.List;
import java.util.stream.Collectors;

/** Text that a POSIX shell takes for one word, whatever is in it. */
final class ShellWord {

    private ShellWord() {}

    static String of(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }

    /** Words for our own command line, on which what begins with one {@code @} is a file that holds words. */
    static String arguments(List<String> texts) {
        return texts.stream()
                .map(text -> text.startsWith("@") ? "@" + text : text)
                .map(ShellWord::of)
                .collect(Collectors.joining(" "));
    }
}
