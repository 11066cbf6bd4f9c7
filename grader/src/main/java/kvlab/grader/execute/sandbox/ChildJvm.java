package kvlab.grader.execute.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds the command line of a child JVM, which uses the same JDK as this process. */
final class ChildJvm {

    /** The system property with the path of the class-data archive that the launcher script creates. */
    private static final String CLASS_DATA = "kvlab.classdata";

    private ChildJvm() {}

    /** All that a child inherits of its environment: a locale with UTF-8, by which Java decodes the names of files. */
    static Map<String, String> environment() {
        return Map.of("LC_ALL", Objects.requireNonNullElse(System.getenv("LC_ALL"), "C.UTF-8"));
    }

    /** The JDK's directory, with links resolved. */
    static Path home() {
        try {
            return Path.of(System.getProperty("java.home")).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the JDK that this runs on is gone", e);
        }
    }

    static String java() {
        return home().resolve("bin").resolve("java").toString();
    }

    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    static Optional<Path> classData() {
        return Optional.ofNullable(System.getProperty(CLASS_DATA))
                .map(file -> Path.of(file).toAbsolutePath());
    }

    /**
     * @param heapMegabytes the maximum heap
     * @param temporary the directory for temporary files
     * @param main the main class
     */
    static List<String> command(int heapMegabytes, Path temporary, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(java());
        classData().ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        command.addAll(List.of(
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xmx" + heapMegabytes + "m",
                "-Xss1m",
                // All of a stack that overflows: how the recursion was entered is at its end.
                "-XX:MaxJavaStackTraceDepth=100000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Constant identity hashes make, say, the iteration order of a HashMap of enums deterministic.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main.getName()));
        return command;
    }
}
