package kvlab.grader.execute.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkingDirectoryTest {

    @Test
    void whatItsProcessPutThereGoesWithIt() throws IOException {
        Path path;
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            path = directory.path();
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "d");
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void whatAKilledGraderLeftIsClearedAwayAndWhatALivingOneUsesIsNot() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path leftover = Files.createTempDirectory("kvlab-" + dead.pid() + "-");
        Files.writeString(leftover.resolve("file"), "of a submission");
        Path inUse = Files.createTempDirectory("kvlab-" + alive + "-");
        Path another = Files.createTempDirectory("kvlab-" + dead.pid() + "-not-ours-");
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            assertFalse(Files.exists(leftover));
            assertTrue(Files.exists(inUse));
            assertTrue(Files.exists(another));
            assertTrue(Files.exists(directory.path()));
        } finally {
            Files.delete(inUse);
            Files.delete(another);
        }
    }

    @Test
    void oneThatIsGoneNeedsNoClosing() throws IOException {
        WorkingDirectory directory = WorkingDirectory.create();
        directory.close();
        directory.close();
    }
}
