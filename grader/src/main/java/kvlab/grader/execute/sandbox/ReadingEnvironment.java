package kvlab.grader.execute.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** What a process needs that opens uploads and runs git, besides what every process in a sandbox has. */
final class ReadingEnvironment {

    /** Where systems keep git and what it needs. */
    private static final List<String> PROGRAMS = List.of("/usr", "/bin", "/opt", "/nix");

    private static final Path ENV = Path.of("/usr/bin/env");

    private ReadingEnvironment() {}

    /** A launcher without a sandbox. */
    static List<String> after(List<String> open) {
        List<String> launcher = new ArrayList<>(open);
        if (Files.isExecutable(ENV)) {
            launcher.add(ENV.toString());
            launcher.add("PATH=" + path());
        }
        return launcher;
    }

    /**
     * Options for {@link Bubblewrap#launcher}.
     *
     * @param directories the directories to see
     */
    static List<String> options(Collection<Path> directories) {
        List<String> options = new ArrayList<>();
        PROGRAMS.forEach(directory -> bind(options, "--ro-bind-try", directory));
        new TreeSet<>(directories).forEach(directory -> bind(options, "--ro-bind-try", directory.toString()));
        bind(options, "--bind", Sandbox.WORKING_DIRECTORY);
        options.addAll(List.of("--setenv", "PATH", path()));
        return options;
    }

    private static void bind(List<String> options, String how, String path) {
        options.addAll(List.of(how, path, path));
    }

    private static String path() {
        return Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
    }
}
