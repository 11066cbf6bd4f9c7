package kvlab.grader.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * By what a packed kit grades.
 *
 * @param file the policy file's contents
 * @param options of the command line, such as {@code --final}
 */
public record PackedPolicy(byte[] file, List<String> options) {

    static final String FILE = "policy.yaml";

    public PackedPolicy {
        options = List.copyOf(options);
    }

    /** As a shell's script writes them. */
    static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
