package kvlab.grader.execute.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Builds the command line of {@code bwrap}. The process gets its own user, PID, network, UTS and IPC namespaces. It
 * sees only the files that it needs to run, read-only, without {@code /proc} and without a directory for temporary
 * files.
 */
final class Bubblewrap {

    private static final List<String> SYSTEM_LIBRARIES = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64");
    private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");
    private static final String NOBODY = "65534";

    private Bubblewrap() {}

    /**
     * @param bwrap the program
     * @param programs further programs that run inside
     * @return the prefix of the command
     */
    static List<String> launcher(String bwrap, Collection<String> programs) {
        List<String> launcher = new ArrayList<>(List.of(
                bwrap,
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--uid",
                NOBODY,
                "--gid",
                NOBODY,
                "--hostname",
                "sandbox"));
        SYSTEM_LIBRARIES.forEach(directory -> bind(launcher, "--ro-bind-try", directory));
        readable(programs).forEach(file -> bind(launcher, "--ro-bind", file));
        DEVICES.forEach(device -> bind(launcher, "--dev-bind", device));
        // There is no /proc: in /proc/self/mem a submission could read its own process's memory, the nonce in it. By
        // /proc/self/exe Java finds its libraries, so their path is passed explicitly.
        String libraries = ChildJvm.home().resolve("lib").toString();
        launcher.addAll(List.of("--setenv", "LD_LIBRARY_PATH", libraries, "--remount-ro", "/", "--chdir", "/", "--"));
        return launcher;
    }

    private static void bind(List<String> launcher, String how, String path) {
        launcher.addAll(List.of(how, path, path));
    }

    private static Collection<String> readable(Collection<String> programs) {
        // Sorted, so that directories precede their contents.
        Collection<String> files = new TreeSet<>(programs);
        Path jdk = ChildJvm.home();
        files.add(jdk.toString());
        linkedFrom(jdk).forEach(file -> files.add(file.toString()));
        ChildJvm.classPath().forEach(entry -> files.add(entry.toString()));
        ChildJvm.classData().ifPresent(archive -> files.add(archive.toString()));
        files.removeIf(file -> !Files.exists(Path.of(file)));
        return files;
    }

    /** Distributions keep a JDK's settings in /etc, and links to them in it. */
    private static List<Path> linkedFrom(Path jdk) {
        try (Stream<Path> files = Files.walk(jdk)) {
            List<Path> links = files.filter(Files::isSymbolicLink)
                    .filter(Files::isRegularFile)
                    .toList();
            List<Path> targets = new ArrayList<>();
            for (Path link : links) {
                Path target = link.toRealPath();
                if (!target.startsWith(jdk)) {
                    targets.add(target);
                }
            }
            return targets;
        } catch (IOException e) {
            throw new UncheckedIOException("the JDK at " + jdk + " cannot be read", e);
        }
    }
}
