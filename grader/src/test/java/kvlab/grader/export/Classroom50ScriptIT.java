package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.intake.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script where Classroom 50 runs it: in a checkout of a commit, with a kit that says what it was asked. */
class Classroom50ScriptIT {

    private static final KitSource KIT =
            new KitSource("course/kit", "v1", "policies/\"week\" \\3's.yaml", List.of("--schedules", "5"));

    @TempDir
    private Path directory;

    private Repository kit;
    private Repository checkout;

    @BeforeEach
    void checkOutWhatWasPushed() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))),
                "there is no python3 here");
        kit = Repository.in(directory.resolve("server/course/kit"));
        kit.write("kvlab", "#!/bin/sh\nprintf '%s|' \"$@\" >\"$RECORD\"\nexit 3\n");
        Files.setPosixFilePermissions(kit.path().resolve("kvlab"), PosixFilePermissions.fromString("rwxr-xr-x"));
        kit.commit("2026-09-01T10:00:00Z");
        kit.git("tag", "v1");
        checkout = Repository.in(directory.resolve("checkout"));
        checkout.commit("2026-11-02T10:00:00Z");
        checkout.git("branch", "-m", "main");
        checkout.git("checkout", "-q", "--detach");
    }

    @Test
    void theKitIsAskedToGradeByThePolicyInItAndItsAnswerIsTheScripts() throws Exception {
        kit.write("kvlab", "not the tag's");
        kit.commit("2026-09-02T10:00:00Z");

        assertEquals(3, run(KIT.classroom50Script("lab")));

        String[] words = Files.readString(directory.resolve("record")).split("\\|");
        assertEquals(
                List.of("autograde", "classroom50", "--policy"), List.of(words).subList(0, 3));
        assertEquals(KIT.policy(), words[3].substring(words[3].indexOf("/kit/") + 5));
        assertEquals(KIT.options(), List.of(words).subList(4, words.length));
    }

    @Test
    void whatWasPushedIsOnThePolicysBranch() throws Exception {
        String old = checkout.git("rev-parse", "HEAD");
        checkout.git("branch", "lab");
        String pushed = checkout.commit("2026-11-03T10:00:00Z");

        run(KIT.classroom50Script("lab"));

        assertNotEquals(old, pushed);
        assertEquals(pushed, checkout.git("rev-parse", "refs/heads/lab"));
        assertEquals("lab", checkout.git("branch", "--show-current"));
    }

    @Test
    void aKitThatIsNotThereIsAnErrorAndNoScore() throws Exception {
        KitSource gone = new KitSource("course/gone", "v1", "policies/a.yaml", List.of());
        assertEquals(1, run(gone.classroom50Script("lab")));
        String said = Files.readString(directory.resolve("said"));
        assertTrue(said.contains("course/gone v1: the kit's repository must be public"), said);
    }

    private int run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("autograder.py"), script);
        ProcessBuilder python = new ProcessBuilder("python3", file.toString())
                .directory(checkout.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile());
        python.environment()
                .put("GITHUB_SERVER_URL", directory.resolve("server").toUri().toString());
        python.environment().put("RUNNER_TEMP", directory.toString());
        python.environment().put("RECORD", directory.resolve("record").toString());
        return python.start().waitFor();
    }
}
