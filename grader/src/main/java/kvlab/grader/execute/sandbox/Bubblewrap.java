package kvlab.grader.execute.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Builds the command line of {@code bwrap}. The process gets its own PID, network, UTS and IPC namespaces. It
 * sees only the files that it needs to run, read-only, without {@code /proc} and without a directory for temporary
 * files.
 *
 * @param program {@code bwrap}
 * @param setpriv if present, the process runs as a {@link ProcessUser} instead of in a user namespace; only root can do that
 * @param bash if present, a {@link SystemCallFilter} is installed
 */
record Bubblewrap(String program, Optional<String> setpriv, Optional<String> bash) {

    private static final List<String> SYSTEM_LIBRARIES = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64");
    private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");
    private static final String NOBODY = "65534";

    private static final List<String> SET_BY_BASH = List.of("SHLVL", "OLDPWD", "_");

    /** Passes its first argument to the rest of them as descriptor 3, without a file. */
    private static final String WITH_FILTER = "exec \"$@\" 3< <(printf \"$0\")";

    /**
     * @param programs further programs that run inside
     * @param options further options. They precede all others, so that what they show lies below what the sandbox needs
     * @return the prefix of the command
     */
    List<String> launcher(Collection<String> programs, List<String> options) {
        List<String> launcher = new ArrayList<>();
        Optional<Processor> filtered = bash.flatMap(shell -> Processor.ofThisMachine());
        filtered.ifPresent(processor ->
                launcher.addAll(List.of(bash.orElseThrow(), "-c", WITH_FILTER, SystemCallFilter.escaped(processor))));
        launcher.add(program);
        launcher.addAll(options);
        launcher.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        filtered.ifPresent(processor -> launcher.addAll(List.of("--seccomp", "3")));
        SET_BY_BASH.forEach(variable -> launcher.addAll(List.of("--unsetenv", variable)));
        launcher.addAll(namespaces());
        launcher.addAll(List.of("--hostname", "sandbox"));
        Collection<String> inside = new ArrayList<>(programs);
        setpriv.ifPresent(inside::add);
        Collection<String> files = readable(inside);
        directories(files).forEach(directory -> launcher.addAll(List.of("--dir", directory)));
        SYSTEM_LIBRARIES.forEach(directory -> bind(launcher, "--ro-bind-try", directory));
        files.forEach(file -> bind(launcher, "--ro-bind", file));
        DEVICES.forEach(device -> bind(launcher, "--dev-bind", device));
        // There is no /proc: in /proc/self/mem a submission could read its own process's memory, the nonce in it. By
        // /proc/self/exe Java finds its libraries, so their path is passed explicitly.
        String libraries = ChildJvm.home().resolve("lib").toString();
        launcher.addAll(List.of("--setenv", "LD_LIBRARY_PATH", libraries, "--remount-ro", "/", "--chdir", "/", "--"));
        setpriv.ifPresent(setpriv -> launcher.addAll(ProcessUser.become(setpriv)));
        return launcher;
    }

    private List<String> namespaces() {
        return setpriv.isEmpty()
                ? List.of("--unshare-all", "--uid", NOBODY, "--gid", NOBODY)
                // In a namespace of its own it would be root for the kernel, which exempts root from process limits.
                : List.of(
                        "--unshare-ipc",
                        "--unshare-pid",
                        "--unshare-net",
                        "--unshare-uts",
                        "--unshare-cgroup-try",
                        "--cap-add",
                        "CAP_SETUID",
                        "--cap-add",
                        "CAP_SETGID");
    }

    private static void bind(List<String> launcher, String how, String path) {
        launcher.addAll(List.of(how, path, path));
    }

    /** Directories that bwrap would make for itself alone, each after the one that it is in. */
    private static Collection<String> directories(Collection<String> files) {
        Collection<String> directories = new TreeSet<>();
        Stream.of(files, SYSTEM_LIBRARIES, DEVICES).flatMap(Collection::stream).forEach(file -> {
            for (Path path = Path.of(file).getParent(); path.getNameCount() > 0; path = path.getParent()) {
                directories.add(path.toString());
            }
        });
        SYSTEM_LIBRARIES.forEach(
                library -> directories.removeIf(directory -> Path.of(directory).startsWith(library)));
        return directories;
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
