package kvlab.grader.execute.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel really refuses in a sandbox of this machine. */
class BubblewrapIT {

    private static final int PROCESSES = 100;
    private static final Sandbox SANDBOX = Sandbox.best(PROCESSES);
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");

    @BeforeEach
    void closed() {
        assumeTrue(SANDBOX.isClosed(), SANDBOX.description().message());
    }

    /** Root's too, unless it is said that there is none. */
    @Test
    void theLimitOnProcessesHolds() throws Exception {
        String description = SANDBOX.description().message();
        assumeTrue(description.contains("limits by") && !description.contains("none on the number"), description);
        try (ConfinedJvm jvm = ConfinedJvm.start(ManyThreads.class, 64, 1_000, SANDBOX)) {
            Optional<String> number = Optional.empty();
            while (number.isEmpty() && jvm.exitCode().isEmpty()) {
                // The JVM may have warnings.
                number = jvm.receive().filter(line -> line.matches("[0-9]+"));
            }
            int threads = Integer.parseInt(number.orElseThrow());
            assertTrue(threads > PROCESSES / 2 && threads < PROCESSES, "threads: " + threads);
        }
    }

    @Test
    void systemCallsOfAdministratorsAreDenied() throws Exception {
        assumeTrue(SANDBOX.description().message().contains("seccomp"), SANDBOX.description()::message);
        assumeTrue(Files.isExecutable(UNSHARE), "there is no unshare here");
        String bash = Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/usr/bin/bash";
        assertEquals(0, unshare(Optional.empty()).exit(), "what is denied below is allowed without the filter");
        Ended denied = unshare(Optional.of(bash));
        assertEquals(1, denied.exit(), denied.output());
        assertTrue(denied.output().contains("unshare failed: Operation not permitted"), denied.output());
    }

    private record Ended(int exit, String output) {}

    private static Ended unshare(Optional<String> bash) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                new Bubblewrap("bwrap", Optional.empty(), bash).launcher(List.of(UNSHARE.toString()), List.of()));
        command.addAll(List.of(UNSHARE.toString(), "--user", UNSHARE.toString(), "--version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
