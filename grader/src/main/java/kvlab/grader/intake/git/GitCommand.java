package kvlab.grader.intake.git;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.TooSlowException;
import kvlab.grader.intake.files.UnusableException;
import org.apache.commons.io.FileUtils;

/**
 * Runs {@code git} on the object store of an untrusted repository. Git works in an empty repository in a temporary
 * directory and uses the student's object store as an alternate. So it reads nothing else of the student's repository:
 * no configuration (which can name programs for paging, comparing, signing, fetching, watching files), hooks,
 * attributes (which enable filters and LFS), grafts, replacements, remotes or submodules. Files are read as blobs and
 * never checked out, so no filters run and no submodules are visited.
 */
final class GitCommand implements Closeable {

    /** Git failed; the message is the first line of its error output. */
    static final class FailedException extends IOException {

        private static final long serialVersionUID = 1;

        FailedException(String message) {
            super(message);
        }
    }

    private static final List<String> SETTINGS = List.of(
            // Caches can be forged by a student: the commit graph holds dates and parents.
            "core.commitGraph=false",
            "core.multiPackIndex=false",
            // No hooks, no program that watches files, no attributes of this machine.
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "core.attributesFile=/dev/null",
            // Nothing is fetched, over any protocol.
            "protocol.allow=never");

    private static final String MAX_ALLOCATED = "256m";
    private static final int MAX_LINE_BYTES = 600;
    private static final int MAX_COMPLAINT_BYTES = 4 << 10;

    private final Path home;
    private final Path repository;
    private final Path objects;
    private final Duration limit;

    /**
     * @param objects the object store to read
     * @param format the hash algorithm, by git's name
     * @param shallow the commits at which history is cut off, one per line
     */
    GitCommand(Path objects, String format, String shallow, Duration limit) throws IOException {
        this.home = Files.createTempDirectory("kvlab-git-");
        this.repository = home.resolve("empty.git");
        this.objects = objects;
        this.limit = limit;
        try {
            // --template= : no hooks and no settings from this machine's template either.
            run(0, "", "init", "-q", "--bare", "--template=", "--object-format=" + format, repository.toString());
            Files.writeString(repository.resolve("shallow"), shallow);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The single line of git's output, or an empty string. */
    String line(String... arguments) throws IOException {
        return new String(run(MAX_LINE_BYTES, "", arguments), StandardCharsets.UTF_8).strip();
    }

    /**
     * @param mostBytes the maximum size of the output: git is killed beyond it
     * @param input its standard input
     * @throws UnusableException if there is more output
     * @throws FailedException if git exits with an error
     * @throws TooSlowException if git times out
     * @throws IOException if git is missing
     */
    byte[] run(int mostBytes, String input, String... arguments) throws IOException {
        // Objects are what they are: no refs/replace. There are none in an empty repository; this is the second lock.
        // Nothing is written into what is read.
        List<String> command = new ArrayList<>(List.of("git", "--no-replace-objects", "--no-optional-locks"));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of(arguments));
        Path complaints = home.resolve("stderr");
        Path given = Files.writeString(home.resolve("stdin"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(given.toFile())
                .redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        if (!arguments[0].equals("init")) {
            builder.environment().put("GIT_DIR", repository.toString());
            builder.environment().put("GIT_OBJECT_DIRECTORY", objects.toString());
        }
        return output(builder.start(), mostBytes, complaints);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin")),
                // No settings of the grader's user, or of the machine.
                Map.entry("HOME", home.toString()),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                Map.entry("GIT_ATTR_NOSYSTEM", "1"),
                // No prompt for a password; messages in English.
                Map.entry("GIT_TERMINAL_PROMPT", "0"),
                Map.entry("LC_ALL", "C"),
                // Objects that a partial clone left out are not fetched: neither at all, nor over any protocol.
                Map.entry("GIT_NO_LAZY_FETCH", "1"),
                // No object takes more memory than this, whatever its header says.
                Map.entry("GIT_ALLOC_LIMIT", MAX_ALLOCATED),
                Map.entry("GIT_ALLOW_PROTOCOL", ""));
    }

    private byte[] output(Process process, int mostBytes, Path complaints) throws IOException {
        long start = System.nanoTime();
        // Kills a hanging git, so that reading its output ends too.
        process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            end(process);
            return process;
        });
        try (InputStream out = process.getInputStream()) {
            byte[] output = read(out, mostBytes + 1, start);
            if (output.length > mostBytes) {
                throw new UnusableException(Diagnostic.of("intake.too-many-to-list"));
            }
            int exit = process.waitFor();
            if (isLate(start)) {
                throw tooSlow();
            }
            if (exit != 0) {
                throw new FailedException(reason(complaints));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git ran", e);
        } finally {
            end(process);
        }
    }

    private byte[] read(InputStream out, int mostBytes, long start) throws IOException {
        try {
            return out.readNBytes(mostBytes);
        } catch (IOException e) {
            // A process that is killed takes its output along, also while it is read.
            throw isLate(start) ? tooSlow() : e;
        }
    }

    private boolean isLate(long start) {
        return System.nanoTime() - start > limit.toNanos();
    }

    private TooSlowException tooSlow() {
        return new TooSlowException("git took longer than " + limit.toSeconds() + " s");
    }

    /** Kills its descendants as well, which could keep the output open. */
    private static void end(Process process) {
        try {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        } catch (RuntimeException unlisted) {
            // In a sandbox without /proc, whose end is theirs.
        }
        process.destroyForcibly();
    }

    /** The first line, without the path of the object store, which students must not see. */
    private String reason(Path complaints) throws IOException {
        try (InputStream in = Files.newInputStream(complaints)) {
            String text = new String(in.readNBytes(MAX_COMPLAINT_BYTES), StandardCharsets.UTF_8)
                    .replace(objects.toString(), "objects");
            return DisplayText.plain(text.lines().findFirst().orElse("no reason given"));
        }
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(home.toFile());
    }
}
