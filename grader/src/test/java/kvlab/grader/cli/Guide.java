package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the guide for teaching assistants says to type, and the files that it shows. */
final class Guide {

    private static final Path FILE = Path.of("..", "grader", "README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    private final String text;

    private Guide(String text) {
        this.text = text;
    }

    static Guide read() throws IOException {
        return new Guide(Files.readString(FILE));
    }

    /** All lines that run the kit's launcher. */
    List<String> commands() {
        return blocks("console")
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./kvlab "))
                .toList();
    }

    /** The first command with all these words. */
    String command(String... words) {
        return commands().stream()
                .filter(line -> Arrays.stream(words).allMatch(word -> (line + " ").contains(" " + word + " ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the guide has no command with " + List.of(words)));
    }

    /** The first example in another block than a command's that begins so. */
    String example(String language, String beginning) {
        return blocks(language)
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the guide shows nothing that begins with " + beginning));
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2));
    }
}
