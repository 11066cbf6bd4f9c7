package kvlab.grader.export.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.export.Bundle;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.policy.yaml.PolicyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student's first minutes: the kit in an empty directory, with an empty home and nothing installed but a JDK. */
class StudentKitIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private Path kit;
    private Bundle issued;

    @BeforeEach
    void unpack() throws Exception {
        kit = directory.resolve("kit");
        issued = files();
        issued.writeTo(kit);
    }

    private static Bundle files() throws Exception {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(Path::of)
                .toList();
        Path policy = HOME.resolve("grader/policies/core-lab.yaml");
        return new StudentKit(
                        HOME,
                        classPath,
                        new PolicyReader(LabSuite.each()).read(policy),
                        Files.readAllBytes(policy),
                        "<p>the handout".getBytes(StandardCharsets.UTF_8))
                .files();
    }

    /** The kit with another text in a file. */
    private Bundle mended(String path, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        IssuedKit old = IssuedKit.parse(issued.contents().get(IssuedKit.FILE), IssuedKit.FILE);
        SortedMap<String, String> digests = new TreeMap<>(old.digests());
        digests.put(path, ContentDigest.of(content));
        String description = new IssuedKit(digests, old.settings()).json();
        return issued.file(path, content).file(IssuedKit.FILE, description.getBytes(StandardCharsets.UTF_8));
    }

    private String kvlab(int exitCode, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./kvlab"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(kit.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("KVLAB_ONCE", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), said);
        return said;
    }

    @Test
    void aStudentTestsAndGradesAndStaffsCommandsAreNotThere() throws Exception {
        String failed = kvlab(1, "test", "--test", "1");
        assertTrue(failed.contains("put is not written yet"), failed);
        String help = kvlab(0, "help");
        assertTrue(help.contains("grade") && !help.contains("corpus") && !help.contains("export"), help);
        String graded = kvlab(0, "grade", "skeleton", "--schedules", "1");
        assertTrue(graded.contains("0 / 90"), graded);

        Path server = kit.resolve("skeleton/src/main/java/lab/KvServer.java");
        Files.copy(
                HOME.resolve("solution/src/main/java/lab/KvServer.java"), server, StandardCopyOption.REPLACE_EXISTING);
        String again = kvlab(0, "grade", "skeleton", "--schedules", "1");
        assertTrue(again.contains("90 / 90"), again);
        assertTrue(
                Files.readString(kit.resolve("kvlab-results/skeleton.json")).contains("\"score\" : 90"),
                "the result is that of what is there now");

        Path zip = directory.resolve("core-lab.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            mended("handout/index.html", "<p>the mended handout")
                    .below("core-lab")
                    .zip(out);
        }
        kvlab(0, "update", "../core-lab.zip");
        assertEquals("<p>the mended handout", Files.readString(kit.resolve("handout/index.html")));
        assertTrue(kvlab(0, "test", "--test", "1").contains("TEST 1 Passed"));
    }
}
