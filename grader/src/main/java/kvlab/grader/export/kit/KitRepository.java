package kvlab.grader.export.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The git repository that a kit's folder is. Its commits depend on their files only.
 *
 * @param directory the folder
 */
record KitRepository(Path directory) {

    private static final String DATE = "2026-01-01T00:00:00Z";
    private static final String NAME = "kvlab";
    private static final String ADDRESS = "kvlab@example.invalid";

    /** Of the tree without files, in every repository. */
    private static final String NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    /**
     * Makes the directory a repository with one commit.
     *
     * @throws IOException if git is missing or fails; the message quotes it
     */
    void make(String branch) throws IOException, InterruptedException {
        git("init", "-q", "--template=", "--object-format=sha1", "-b", branch);
        git("add", "-A", "-f");
        commit("The kit as it is handed out");
    }

    /** What is not committed, as {@code git status} says it; empty if nothing is. */
    String status() throws IOException, InterruptedException {
        return text(git("status", "--porcelain"));
    }

    /** The files of the last commit. */
    Set<String> files() throws IOException, InterruptedException {
        return Set.of(text(git("ls-files", "-z")).split("\0"));
    }

    /** Commits changes of its files, and these new ones. */
    void commitUpdate(Collection<String> added) throws IOException, InterruptedException {
        git("add", "-u");
        if (!added.isEmpty()) {
            git(Stream.concat(Stream.of("add", "-f", "--"), added.stream()).toArray(String[]::new));
        }
        commit("The kit, mended");
    }

    /** A patch that adds all files below a directory to another repository. */
    byte[] patch(String below) throws IOException, InterruptedException {
        return git(
                "diff",
                "--binary",
                "--no-renames",
                "--no-ext-diff",
                "--src-prefix=a/" + below + "/",
                "--dst-prefix=b/" + below + "/",
                NOTHING,
                "HEAD");
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("update-index", "--chmod=+x", "kvlab", "mvnw");
        git("commit", "-q", "-m", message);
    }

    private byte[] git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process git = builder.start();
        byte[] said = git.getInputStream().readAllBytes();
        if (git.waitFor() != 0) {
            throw new IOException("git " + arguments[0] + " failed in " + directory + ": "
                    + text(said).strip());
        }
        return said;
    }

    private static String text(byte[] said) {
        return new String(said, StandardCharsets.UTF_8);
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
