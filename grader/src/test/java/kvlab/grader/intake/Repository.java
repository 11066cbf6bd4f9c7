package kvlab.grader.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository in the making, as a student's own git makes it: with hooks, filters and settings in force. */
public final class Repository {

    private final Path directory;

    private Repository(Path directory) {
        this.directory = directory;
    }

    public static Repository in(Path directory) throws IOException {
        Repository repository = new Repository(Files.createDirectories(directory));
        repository.git("init", "-q", "-b", "lab-kv-solution");
        return repository;
    }

    public Path path() {
        return directory;
    }

    public Repository write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits all that lies there. */
    public String commit(String time) throws IOException {
        git("add", "-A");
        return commitIndex(time);
    }

    public String commitIndex(String time) throws IOException {
        at(time, "commit", "-q", "--allow-empty", "-m", "work");
        return git("rev-parse", "HEAD");
    }

    public String git(String... arguments) throws IOException {
        return at("2026-11-01T00:00:00Z", arguments);
    }

    public String at(String time, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Alice",
                        "GIT_AUTHOR_EMAIL", "alice@x.edu",
                        // What an author says of the time does not count.
                        "GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z",
                        "GIT_COMMITTER_NAME", "Alice",
                        "GIT_COMMITTER_EMAIL", "alice@x.edu",
                        "GIT_COMMITTER_DATE", Instant.parse(time).getEpochSecond() + " +0000"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output.strip();
    }
}
