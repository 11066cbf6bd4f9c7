package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the script {@code kvlab} takes, and what it tells it. The JDKs here are scripts that print what they are given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void makeKit() throws IOException {
        Path script = directory.resolve("kit/kvlab");
        Files.createDirectories(directory.resolve("kit/.kvlab/lib"));
        Files.copy(Path.of("..", "kvlab"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(directory.resolve("kit/.kvlab/lib/a.jar"), "");
        Files.writeString(directory.resolve("kit/kit.json"), "{}");
    }

    private Path jdk(String path, String version) throws IOException {
        Path home = directory.resolve(path);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"X\"\nJAVA_RUNTIME_VERSION=\"" + version + "+1\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac"}) {
            Path file = home.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        return home;
    }

    private String chosen(Map<String, String> environment) throws IOException, InterruptedException {
        String said = said(environment, directory.resolve("kit/kvlab").toString(), "test");
        return said.lines()
                .filter(line -> line.startsWith("-Dkvlab.java="))
                .findFirst()
                .orElse(said)
                .replace("-Dkvlab.java=", "")
                .replace(directory.toRealPath().toString(), "DIR")
                .replace(directory.toString(), "DIR");
    }

    private String said(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", directory.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String path(Path jdk) {
        return jdk.resolve("bin") + ":/usr/bin:/bin";
    }

    @Test
    void theQuickestIsTakenThoughAnotherIsOnThePath() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk(".jdks/new", "99.0.1");
        jdk(".sdkman/candidates/java/newish", "98");
        assertEquals(
                "99.0.1 at DIR/.jdks/new: of those found it is the quickest; on the PATH: 17.0.15",
                chosen(Map.of("PATH", path(old))));
    }

    @Test
    void javaHomeWins() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk(".jdks/new", "99.0.1");
        assertEquals(
                "17.0.15 at DIR/old: JAVA_HOME names it",
                chosen(Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", old.toString())));
    }

    @Test
    void aQuickOneOnThePathIsTaken() throws Exception {
        Path quick = jdk("quick", "25");
        jdk(".jdks/new", "99.0.1");
        assertEquals("25 at DIR/quick: it is on the PATH", chosen(Map.of("PATH", path(quick))));
    }

    @Test
    void howWideATerminalIsReachesTheTables() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script(1), which makes terminals");
        Map<String, String> environment = Map.of("PATH", path(jdk("quick", "25")));
        String kvlab = directory.resolve("kit/kvlab").toString();
        String wide = said(environment, "script", "-qec", "stty cols 57; " + kvlab + " test", "/dev/null");
        assertTrue(wide.contains("-Dkvlab.terminal=true") && wide.contains("-Dkvlab.columns=57"), wide);
        String piped = said(environment, kvlab, "test");
        assertTrue(piped.contains("-Dkvlab.terminal=false") && piped.contains("-Dkvlab.columns=0"), piped);
    }

    @Test
    void anOldOneIsRefused() throws Exception {
        Path old = jdk("old", "11.0.2");
        assertEquals(
                "kvlab: the Java at DIR/old is version 11.0.2: install a JDK, 17 or newer, or set JAVA_HOME",
                chosen(Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", old.toString()))
                        .strip());
    }
}
