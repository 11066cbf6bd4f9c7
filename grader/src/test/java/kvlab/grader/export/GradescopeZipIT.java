package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip's scripts, on a machine that has what the test says and nothing else. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Gradescope runs shell scripts")
class GradescopeZipIT {

    /** Writes its arguments to where the test looks. */
    private static final String RECORDER =
            "#!/bin/sh\nprintf '%s|' \"${0##*/}\" \"$@\" >>\"$RECORD\"\necho >>\"$RECORD\"\n";

    @TempDir
    private Path directory;

    private Path programs;

    @BeforeEach
    void unpackOnAMachineWithoutPrograms() throws IOException {
        Path kit = Files.createDirectories(directory.resolve("kit"));
        Files.writeString(kit.resolve("kvlab"), RECORDER);
        Path policy = Files.createFile(directory.resolve("mine.yaml"));
        Path zip = directory.resolve("autograder.zip");
        new PackedKit(kit, List.of(), policy, List.of("--schedules", "it's 5")).writeForGradescope(zip);
        Unzipped.into(directory.resolve("source"), zip);

        programs = Files.createDirectories(directory.resolve("programs"));
        for (String program : List.of("sh", "dirname", "chmod", "touch")) {
            Files.createSymbolicLink(programs.resolve(program), found(program));
        }
        program("apt-get", RECORDER);
    }

    @Test
    void whatIsThereIsNotInstalled() throws Exception {
        program("javac", RECORDER);
        program("bwrap", RECORDER);
        assertEquals(0, run("setup.sh"));
        assertEquals(List.of("kvlab|--version|"), recorded());
    }

    @Test
    void aFreshMachineGetsAJdkAndTheSandbox() throws Exception {
        assertEquals(0, run("setup.sh"));
        assertEquals(
                List.of(
                        "apt-get|update|",
                        "apt-get|install|-y|--no-install-recommends|openjdk-17-jdk-headless|",
                        "apt-get|update|",
                        "apt-get|install|-y|--no-install-recommends|bubblewrap|",
                        "kvlab|--version|"),
                recorded());
    }

    @Test
    void aMachineWithAJdkStillReadsTheListsOfPackagesBeforeItInstallsTheSandbox() throws Exception {
        program("javac", RECORDER);
        assertEquals(0, run("setup.sh"));
        assertEquals("apt-get|update|", recorded().get(0));
    }

    @Test
    void withoutTheSandboxItGoesOnAndWithoutAJdkItDoesNot() throws Exception {
        program("apt-get", "#!/bin/sh\nexit 100\n");
        assertNotEquals(0, run("setup.sh"));
        assertEquals(List.of(), recorded());

        program("javac", RECORDER);
        assertEquals(0, run("setup.sh"));
        assertEquals(List.of("kvlab|--version|"), recorded());
    }

    @Test
    void eachSubmissionIsGradedByThePolicyBesideTheScript() throws Exception {
        run("setup.sh");
        Files.delete(directory.resolve("record"));
        assertEquals(0, run("run_autograder"));
        String policy = directory.resolve("source/policy.yaml").toRealPath().toString();
        assertEquals(
                List.of("kvlab|autograde|gradescope|--root|/autograder|--policy|" + policy + "|--schedules|it's 5|"),
                recorded());
    }

    private int run(String script) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(directory.resolve("source").resolve(script).toString());
        process.environment().clear();
        process.environment().put("PATH", programs.toString());
        process.environment().put("RECORD", directory.resolve("record").toString());
        return process.inheritIO().start().waitFor();
    }

    private List<String> recorded() throws IOException {
        Path record = directory.resolve("record");
        return Files.exists(record) ? Files.readAllLines(record) : List.of();
    }

    private void program(String name, String text) throws IOException {
        Files.writeString(programs.resolve(name), text).toFile().setExecutable(true);
    }

    private static Path found(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
