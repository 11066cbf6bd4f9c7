package kvlab.grader.export.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a directory a git repository with one commit, which depends on the files only. */
final class KitRepository {

    private static final String DATE = "2026-01-01T00:00:00Z";
    private static final String NAME = "kvlab";
    private static final String ADDRESS = "kvlab@example.invalid";

    private KitRepository() {}

    /**
     * @param branch the branch's name
     * @throws IOException if git is missing or fails; the message quotes it
     */
    static void commit(Path directory, String branch) throws IOException, InterruptedException {
        git(directory, "init", "-q", "--template=", "--object-format=sha1", "-b", branch);
        git(directory, "add", "-A", "-f");
        git(directory, "update-index", "--chmod=+x", "kvlab", "mvnw");
        git(directory, "commit", "-q", "-m", "The kit as it is handed out");
    }

    private static void git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process git = builder.start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException("git " + arguments[0] + " failed in " + directory + ": " + said);
        }
    }

    /** No settings of the user or the machine. */
    private static Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin")),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                Map.entry("GIT_ATTR_NOSYSTEM", "1"),
                Map.entry("LC_ALL", "C"),
                Map.entry("GIT_AUTHOR_NAME", NAME),
                Map.entry("GIT_AUTHOR_EMAIL", ADDRESS),
                Map.entry("GIT_AUTHOR_DATE", DATE),
                Map.entry("GIT_COMMITTER_NAME", NAME),
                Map.entry("GIT_COMMITTER_EMAIL", ADDRESS),
                Map.entry("GIT_COMMITTER_DATE", DATE));
    }
}
