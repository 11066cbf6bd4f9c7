package kvlab.grader.execute.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Java that a child runs on, which is this one, and how it is started. */
final class ChildJvm {

    /** Names the archive of class data that the launcher script has made. */
    private static final String CLASS_DATA = "kvlab.classdata";

    private ChildJvm() {}

    /** The JDK's directory, without links. */
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
     * @param heapMegabytes at most
     * @param temporary the directory for temporary files
     * @param main the class that is run
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
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Identity hashes are made constant: a HashMap of enums, say, is iterated alike in every run.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
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
