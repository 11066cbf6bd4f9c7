package kvlab.grader.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another Java process, on the class path of this one.
 *
 * @param home the JDK's directory
 */
record ChildJvm(Path home, List<String> options) {
    private static final long LIMIT_SECONDS = 180;

    /** What a process printed, and how it ended. */
    record Result(int exit, String output) {}

    /** On the JDK that runs this, with no options of its own. */
    static ChildJvm ofThisJdk() {
        return new ChildJvm(Path.of(System.getProperty("java.home")), List.of());
    }

    /** On another JDK of this machine, 17 or newer: that of {@code JAVA_HOME_25_X64}, or a sibling of this one. */
    static Optional<ChildJvm> ofAnotherJdk() throws IOException {
        Path here = Path.of(System.getProperty("java.home")).toRealPath();
        String named = System.getenv("JAVA_HOME_25_X64");
        try (Stream<Path> siblings = Files.list(here.getParent())) {
            return Stream.concat(Optional.ofNullable(named).map(Path::of).stream(), siblings.sorted())
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("javac")))
                    .filter(home -> !isSame(home, here))
                    .filter(home -> feature(home) >= 17
                            && feature(home) != Runtime.version().feature())
                    .findFirst()
                    .map(home -> new ChildJvm(home, List.of()));
        }
    }

    private static boolean isSame(Path home, Path other) {
        try {
            return home.toRealPath().equals(other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The release of a JDK, from its own {@code release} file; 0 if it has none. */
    private static int feature(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.substring("JAVA_VERSION=\"".length(), line.length() - 1))
                    .mapToInt(version -> Runtime.Version.parse(version).feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    /** The same, with these options besides. */
    ChildJvm with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ChildJvm(home, all);
    }

    /**
     * Runs a main class and waits for its end.
     *
     * @return what it printed, on both channels
     */
    Result run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("child", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the process did not end within " + LIMIT_SECONDS + " s: " + command);
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
