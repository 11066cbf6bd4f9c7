package kvlab.grader.execute.sandbox;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;

/**
 * The isolation of a submission's process from the machine.
 *
 * @param description the mechanism, or the reason why there is none
 * @param isClosed whether the process sees no network, no files but those it runs on, and no other processes
 * @param launcher the prefix of the command that runs in the sandbox
 * @param reading the same for processes that open uploads
 */
public record Sandbox(Diagnostic description, boolean isClosed, List<String> launcher, Reading reading) {

    /** Stands in a launcher for the working directory of the process. */
    static final String WORKING_DIRECTORY = "{working-directory}";

    /** Builds launchers of processes that open uploads, as the grader's user, who alone may be able to read them. */
    @FunctionalInterface
    public interface Reading {
        /** @param directories what such a process sees, read-only */
        List<String> launcher(Collection<Path> directories);
    }

    public Sandbox {
        launcher = List.copyOf(launcher);
    }

    /** What remains without one: limits at best, and all directories in sight. */
    public static Sandbox open(Diagnostic description, List<String> launcher) {
        return new Sandbox(description, false, launcher, directories -> ReadingEnvironment.after(launcher));
    }

    /**
     * The strongest sandbox that works on this machine, verified by starting a JVM in it.
     *
     * @param processes the maximum number of processes and threads in it
     */
    public static Sandbox best(int processes) {
        return SandboxSearch.onThisMachine(processes).best();
    }

    /** No sandbox; only the JVM's own limits apply. */
    public static Sandbox none(String why) {
        return open(Diagnostic.of("sandbox.none").with("why", why), List.of());
    }

    /**
     * The same for a process that opens uploads: it also sees these directories and the system's programs, read-only, and
     * may write to its working directory.
     */
    public Sandbox forReading(Collection<Path> directories) {
        return new Sandbox(description, isClosed, reading.launcher(directories), reading);
    }

    /**
     * The command for one process in it.
     *
     * @param directory the process's working directory
     */
    List<String> around(List<String> command, Path directory) {
        return Stream.concat(
                        ProcessUser.next(launcher).stream()
                                .map(word -> word.equals(WORKING_DIRECTORY) ? directory.toString() : word),
                        command.stream())
                .toList();
    }
}
