package kvlab.grader.grade.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.cli.ShellWords;
import kvlab.schedule.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

    @Test
    void theLineHoldsAllThatDecidesWhichSourcesRun() {
        ReplayCommand command = new ReplayCommand(
                List.of("a/one_1_2_KvServer.java", "a/one_1_3_Clerk.java"),
                Optional.of("0123abcd"),
                List.of("KvServer.java", "Store*.java"),
                List.of("java.util.zip.*", "java.lang.Thread#sleep"),
                List.of("java.util.Random"));
        assertEquals(
                "./kvlab test a/one_1_2_KvServer.java a/one_1_3_Clerk.java --commit 0123abcd"
                        + " --files-allowed 'KvServer.java,Store*.java'"
                        + " --api-allow 'java.util.zip.*,java.lang.Thread#sleep' --api-forbid java.util.Random"
                        + " --suite extended --test 7 --seed 41 --edition 3",
                command.line(new Replay("extended", 3, 7, 41)));
    }

    @Test
    void theLabsOwnPlaceNeedsNoPath() {
        assertEquals(
                "./kvlab test --test 7 --seed 41 --edition 3",
                ReplayCommand.at("skeleton").line(new Replay("core", 3, 7, 41)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain/path_1-2.tar",
                "Jane Döe_1_assignsubmission_file_",
                "it's; rm -rf \"$HOME\" `x` $(y) & < > | * ? [a] {b,c} # ! \\ end",
                "~/not/home",
                "a=~/b",
                "",
                " ",
                "line\nbreak\tand \u001b[2J it's a \\",
                "turned \u202eround\u2028é"
            })
    void aShellGivesBackThePathAsItWas(String path) throws Exception {
        String line = ReplayCommand.at(path).line(new Replay("core", 3, 7, 41));
        assertEquals(
                List.of("test", path, "--test", "7", "--seed", "41", "--edition", "3"),
                ShellWords.after("./kvlab", line));
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-", "@file"})
    void aPathIsNotTakenForAnOption(String path) throws Exception {
        String word =
                ShellWords.after("./kvlab", ReplayCommand.at(path).prefix()).get(1);
        assertEquals(Path.of(path), Path.of(word).normalize());
        assertTrue(word.startsWith("./"), word);
    }
}
