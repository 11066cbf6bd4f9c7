package kvlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged grader and its class data, from which a JVM starts in half the time. Only Failsafe, which runs after
 * packaging, says where it is: elsewhere, as in {@code .ci/test}, jars may be older than the classes.
 *
 * @param jars a class path
 * @param archive class data of these jars
 */
record PackagedGrader(String jars, Path archive) {

    private static final String LIBRARY = "kvlab.packaged";

    static Optional<PackagedGrader> known() throws IOException, InterruptedException {
        String library = System.getProperty(LIBRARY);
        return library == null ? Optional.empty() : Optional.of(in(Path.of(library)));
    }

    /** The first of the parallel test JVMs makes the class data. */
    private static PackagedGrader in(Path library) throws IOException, InterruptedException {
        String jars;
        try (Stream<Path> files = Files.list(library)) {
            jars = files.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        Path archive = library.resolveSibling("tests-" + Runtime.version() + ".jsa");
        Path lock = library.resolveSibling("tests.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!isCurrent(archive, library)) {
                make(archive, library, jars);
            }
        }
        return new PackagedGrader(jars, archive);
    }

    private static boolean isCurrent(Path archive, Path library) throws IOException {
        try (Stream<Path> jars = Files.list(library)) {
            return jars.allMatch(
                    jar -> jar.toFile().lastModified() <= archive.toFile().lastModified());
        }
    }

    private static void make(Path archive, Path library, String jars) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        String home = System.getProperty("kvlab.home");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                        "-Dkvlab.home=" + home,
                        "-cp",
                        jars,
                        ClassDataWarmUp.class.getName(),
                        Path.of(home, "solution").toString(),
                        library.resolveSibling("tests-warm-up").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0 || !Files.exists(archive)) {
            throw new IOException(ClassDataWarmUp.class.getName() + " made no " + archive);
        }
    }
}
