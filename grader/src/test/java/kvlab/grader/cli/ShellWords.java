package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a shell makes of a line that is pasted into it. */
public final class ShellWords {

    private ShellWords() {}

    /** The arguments that a command would get; the line begins with it, and nothing else runs. */
    public static List<String> after(String command, String line) throws IOException, InterruptedException {
        assertTrue(line.startsWith(command + " "), line);
        Process bash = new ProcessBuilder("bash", "-c", "printf '%s\\0'" + line.substring(command.length()))
                .redirectErrorStream(true)
                .start();
        String words = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), words);
        return List.of(words.split("\0", -1))
                .subList(0, (int) words.chars().filter(c -> c == 0).count());
    }
}
