package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide for teaching assistants says to type is understood. */
class GuideTest {

    @Test
    void everyCommandHasTheOptionsThatItIsGiven() throws Exception {
        List<String> commands = Guide.read().commands();
        assertTrue(commands.size() > 15, "" + commands);
        for (String command : commands) {
            String[] words = ShellWords.after("./kvlab", command).toArray(String[]::new);
            assertDoesNotThrow(() -> KvlabCommand.commandLine().parseArgs(words), command);
        }
    }

    @Test
    void gradingAgainGivesEveryOptionOfTheFirstTime() throws IOException {
        String first = Guide.read().command("grade", "--roster");
        List<String> later = Guide.read().commands().stream()
                .filter(command -> command.startsWith("./kvlab grade submissions"))
                .toList();
        assertTrue(later.stream().allMatch(command -> command.startsWith(first)), "" + later);
    }
}
