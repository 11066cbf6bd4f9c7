package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kvlab diff}, with the model answer and changes to it. */
class DiffCommandTest {
    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");

    @TempDir
    private Path temporary;

    private final Terminal terminal = new Terminal();

    private String changed(String from, String to) throws IOException {
        String model = Files.readString(MODEL);
        assertTrue(model.contains(from), from);
        Path file = Files.createDirectory(temporary.resolve("changed")).resolve("KvServer.java");
        Files.writeString(file, model.replace(from, to));
        return file.toString();
    }

    private String page() {
        return temporary.resolve("page.html").toString();
    }

    private String forgetful() throws IOException {
        return changed("store.getOrDefault(key, \"\")", "store.getOrDefault(\"\", \"\")");
    }

    @Test
    void saysWhereARunPartsFromThatOfFormerCodeAndWhichCallEndsOtherwise() throws IOException {
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("diff", "--page", page(), "core/2/5", "--before", forgetful(), "--code", MODEL.toString()),
                terminal.err());
        String out = terminal.out();
        assertTrue(out.contains("TEST 2 Failed: ") && out.contains("TEST 2 Passed"), out);
        assertTrue(out.matches("(?s).*They do the same for \\d+ events, and part at \\d.*"), out);
        assertTrue(out.matches("(?s).*\n  A {4}has get\\(.*\\) = \"\"\n  B {4}has get\\(.*\\) = \"[^\"].*"), out);
    }

    @Test
    void codeThatDoesTheSameInAnotherWayDoesTheSame() throws IOException {
        assertEquals(
                ExitCode.OK,
                terminal.run(
                        "diff",
                        "--page",
                        page(),
                        "core/5/3",
                        "--before",
                        changed("store", "content"),
                        "--code",
                        MODEL.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("The two runs do the same: "), terminal.out());
    }

    @Test
    void commandsUnderAnotherNameDoNotHideThatTheRestIsTheSame() throws IOException {
        String renamed = changed("record Put(", "record Write(");
        Path file = Path.of(renamed);
        Files.writeString(file, Files.readString(file).replaceAll("\\bPut\\b", "Write"));
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("diff", "--page", page(), "core/5/3", "--before", renamed, "--code", MODEL.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("Their commands are not written alike"), terminal.out());
        assertTrue(terminal.out().contains("The two runs do the same: "), terminal.out());
    }

    @Test
    void withoutLinesItComparesTheCodeThatFailedLastWithThatOfNow() throws IOException {
        String server = forgetful();
        assertEquals(ExitCode.TEST_FAILED, terminal.run("test", server, "--test", "2", "--seed", "7"));
        Files.copy(MODEL, Path.of(server), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(ExitCode.TEST_FAILED, terminal.run("diff", "--page", page(), "--code", server), terminal.err());
        assertTrue(terminal.out().contains("A: core/2/7, on the code that failed\n   TEST 2 Failed: "), terminal.out());
        assertTrue(terminal.out().contains("B: core/2/7, on the code as it is now\n   TEST 2 Passed"), terminal.out());
    }

    @Test
    void twoSchedulesOfOneTestPart() {
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("diff", "--page", page(), "core/1/3", "core/1/4", "--code", MODEL.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("B: core/1/4, this code"), terminal.out());
    }

    @Test
    void schedulesOfDifferentTestsAreNotCompared() {
        assertEquals(
                ExitCode.WRONG_USE,
                terminal.run("diff", "--page", page(), "core/1/3", "core/2/3", "--code", MODEL.toString()));
        assertTrue(terminal.err().contains("name two schedules of one test"), terminal.err());
        assertFalse(terminal.out().contains("TEST"), terminal.out());
    }
}
