package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip's scripts where Gradescope runs them, on a machine that has what the test says and nothing else. */
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
    void eachSubmissionIsGradedByTheKitAndThePolicyInSource() throws Exception {
        copyRunAutograder();
        assertEquals(
                0,
                run(Map.of("AUTOGRADER", directory.toString()), runAutograder().toString()));
        assertEquals(List.of(graded(directory)), recorded());
    }

    /** Such as {@code /autograder/run_autograder}. */
    @Test
    void itRunsAtThePathsOfThePlatform() throws Exception {
        copyRunAutograder();
        List<String> command = new ArrayList<>(List.of("bwrap", "--dev", "/dev"));
        for (String system : List.of("/usr", "/bin", "/lib", "/lib64")) {
            command.addAll(List.of("--ro-bind-try", system, system));
        }
        command.addAll(List.of("--bind", directory.toString(), directory.toString()));
        command.addAll(List.of("--bind", directory.toString(), "/autograder"));
        List<String> probe = new ArrayList<>(command);
        probe.add("true");
        assumeTrue(isProgram("bwrap") && run(Map.of("PATH", System.getenv("PATH")), probe.toArray(String[]::new)) == 0);
        command.add("/autograder/run_autograder");

        assertEquals(0, run(Map.of("PATH", System.getenv("PATH")), command.toArray(String[]::new)));

        assertEquals(List.of(graded(Path.of("/autograder"))), recorded());
    }

    private static String graded(Path root) {
        return "kvlab|autograde|gradescope|--root|" + root + "|--policy|" + root
                + "/source/policy.yaml|--schedules|it's 5|";
    }

    private Path runAutograder() {
        return directory.resolve("run_autograder");
    }

    /** As the platform does while it builds the autograder. */
    private void copyRunAutograder() throws IOException {
        Files.copy(directory.resolve("source/run_autograder"), runAutograder(), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private int run(String script) throws IOException, InterruptedException {
        return run(Map.of(), directory.resolve("source").resolve(script).toString());
    }

    private int run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().clear();
        process.environment().put("PATH", programs.toString());
        process.environment().put("RECORD", directory.resolve("record").toString());
        process.environment().putAll(variables);
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
        return places(program).findFirst().orElseThrow();
    }

    private static boolean isProgram(String program) {
        return places(program).findAny().isPresent();
    }

    private static Stream<Path> places(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable);
    }
}
