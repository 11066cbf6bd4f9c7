package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import kvlab.grader.Main;

/** The grader as the script {@code kvlab} starts it: from jars, with class data, in a process that can be killed. */
final class GraderProcess {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path directory;
    private final Path kit;
    private final List<String> java;

    private GraderProcess(Path directory, Path kit, List<String> java) {
        this.directory = directory;
        this.kit = kit;
        this.java = java;
    }

    /** @param directory where its jars, its output and its temporary files go */
    static GraderProcess in(Path directory, Path kit) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Optional<PackagedGrader> packaged = PackagedGrader.known();
        String classPath = packaged.isPresent() ? packaged.get().jars() : jars(directory);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "-Dkvlab.home=" + kit,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath);
        GraderProcess grader = new GraderProcess(directory, kit, java);
        if (packaged.isPresent()) {
            // A copy, since processes are recognised by the directory among their arguments.
            Files.copy(packaged.get().archive(), grader.archive());
        } else {
            grader.warmUp();
        }
        return grader;
    }

    /** Class data is for jars only. */
    private static String jars(Path directory) throws IOException {
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            classPath.add(
                    Files.isDirectory(path)
                            ? jar(path, directory.resolve("kvlab-" + classPath.size() + ".jar"))
                                    .toString()
                            : entry);
        }
        return String.join(File.pathSeparator, classPath);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, (OutputStream) out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private void warmUp() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.add(1, "-XX:ArchiveClassesAtExit=" + archive());
        command.addAll(List.of(
                ClassDataWarmUp.class.getName(),
                kit.resolve("solution").toString(),
                directory.resolve("warm-up").toString()));
        await(start(command));
        assertTrue(Files.exists(archive()));
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    /** @throws AssertionError if it does not end well */
    void runToItsEnd(String... command) throws IOException, InterruptedException {
        Process process = start(command(command));
        await(process);
        assertEquals(ExitCode.OK, process.exitValue(), this::output);
    }

    /**
     * Starts the command and kills it after this time; its children are left to themselves.
     *
     * @return false if it had ended by then
     * @throws AssertionError if it ended, but not well
     */
    boolean killedAfter(Duration time, String... command) throws IOException, InterruptedException {
        Process process = start(command(command));
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            assertEquals(ExitCode.OK, process.exitValue(), this::output);
            return false;
        }
        process.destroyForcibly();
        await(process);
        return true;
    }

    private List<String> command(String... command) {
        List<String> all = new ArrayList<>(java);
        all.addAll(1, List.of("-XX:SharedArchiveFile=" + archive(), "-Dkvlab.classdata=" + archive()));
        all.add(Main.class.getName());
        all.addAll(List.of(command));
        return all;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private void await(Process process) throws InterruptedException {
        assertTrue(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS), this::output);
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** No process of any of its children, and no temporary file. */
    void assertLeftNothingBehind() throws Exception {
        for (ProcessHandle child : ours()) {
            child.onExit().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
        assertEquals(List.of(), ours());
        try (Stream<Path> files = Files.list(directory.resolve("tmp"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** Every process that was started with this directory among its arguments, children and their sandboxes too. */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(directory.toString()))
                .toList();
    }

    private static String arguments(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
