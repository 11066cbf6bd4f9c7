package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.execute.LabSuite;
import kvlab.reduction.Reduction;
import kvlab.reduction.ReductionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kvlab replay}, with the model answer, changed in what a get answers. */
class ReplayLineCommandTest {
    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");

    @TempDir
    private Path temporary;

    private final Terminal terminal = new Terminal();

    private String submission(String get) throws IOException {
        String model = Files.readString(MODEL);
        String answer = "store.getOrDefault(key, \"\")";
        assertTrue(model.contains(answer));
        Path file = temporary.resolve("KvServer.java");
        Files.writeString(file, model.replace(answer, get));
        return file.toString();
    }

    /** Forgets nothing but what is longer than two characters. */
    private String wrong() throws IOException {
        return submission("(store.getOrDefault(key, \"\").length() > 2 ? \"\" : store.getOrDefault(key, \"\"))");
    }

    @Test
    void aFailedScheduleIsMadeSmallerAndReplayed() throws IOException {
        String path = wrong();
        String page = temporary.resolve("page.html").toString();
        assertEquals(ExitCode.TEST_FAILED, terminal.run("explain", "core/2/5", path, "--page", page), terminal.err());
        Matcher line = Pattern.compile("replay: \\./kvlab replay (core/2/5~\\d+\\.[A-Za-z0-9_-]+) ")
                .matcher(terminal.out());
        assertTrue(line.find(), terminal.out());

        Terminal second = new Terminal();
        assertEquals(ExitCode.TEST_FAILED, second.run("replay", line.group(1), path), second.err());
        assertTrue(second.out().contains("TEST 2 Failed: "), second.out());
        assertFalse(second.out().contains("note: "), second.out());

        Terminal mended = new Terminal();
        assertEquals(
                ExitCode.OK,
                mended.run("replay", line.group(1), submission("store.getOrDefault(key, \"\")")),
                mended.err());
        assertTrue(mended.out().contains("no longer fails"), mended.out());
    }

    @ParameterizedTest
    @CsvSource({
        "core, is no replay line",
        "core/2/5~2, is no replay line",
        "core/2/5~2.AQcB, has a typo",
        "core/2/9999999999999999999, a seed has 64 bits",
        "none/2/3, there is no suite none",
        "core/77/3, suite core has no test 77"
    })
    void aBadLineIsExplained(String line, String why) throws IOException {
        assertEquals(ExitCode.WRONG_USE, terminal.run("replay", line, wrong()));
        assertTrue(terminal.err().contains(why), terminal.err());
    }

    @Test
    void anotherEditionIsAnotherSchedule() throws IOException {
        int edition = LabSuite.named("core").orElseThrow().test(2).suite().edition();
        String beginning = "core/2/5~" + (edition + 1) + ".";
        String code = ReductionCode.encode(beginning, Reduction.NONE, 0);
        assertEquals(ExitCode.WRONG_USE, terminal.run("replay", beginning + code, wrong()));
        assertTrue(terminal.err().contains("edition " + (edition + 1)), terminal.err());
        assertTrue(terminal.err().contains("this kit has edition " + edition), terminal.err());
    }
}
