package kvlab.grader.execute.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM in a sandbox, with an empty environment and a bounded heap. It is told lines on its standard input, which stays
 * open for as long as this process lives, and heard in lines. On closing it is killed with all its descendants.
 */
public final class ConfinedJvm implements AutoCloseable {

    /** The exit code of one that would need more heap than it may have. */
    public static final int OUT_OF_MEMORY = 3;

    private static final int LINES_AHEAD = 1_000;
    private static final long LAST_LINES_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 50;

    private final WorkingDirectory directory;
    private final Process process;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final Thread reader;
    private final Thread atExit;

    private ConfinedJvm(WorkingDirectory directory, Process process, int longestLine) {
        this.directory = directory;
        this.process = process;
        reader = new Thread(
                () -> read(new BoundedLines(process.getInputStream(), longestLine), lines), "confined-lines");
        reader.setDaemon(true);
        reader.start();
        // It may be too busy to notice that its standard input has ended.
        atExit = new Thread(() -> destroy(process), "confined-end");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts one on this Java and class path.
     *
     * @param main the class that it runs
     * @param longestLine in bytes, of those that it is heard in: a longer one comes in pieces
     * @throws IOException if it cannot be started
     */
    public static ConfinedJvm start(Class<?> main, int heapMegabytes, int longestLine, Sandbox sandbox)
            throws IOException {
        WorkingDirectory directory = WorkingDirectory.create();
        try {
            List<String> command = sandbox.around(ChildJvm.command(heapMegabytes, directory.path(), main));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.path().toFile())
                    // One stream has one order: what is written before a report, and what after it, is the same each
                    // time.
                    .redirectErrorStream(true);
            builder.environment().clear();
            return new ConfinedJvm(directory, builder.start(), longestLine);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** Says a line to it. If it has ended, that is lost: its exit code tells. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException ended) {
            // Told above.
        }
    }

    /**
     * The next line that it has written, or the next piece of one that is too long; empty if none comes for a while, or it
     * has ended and all was heard.
     */
    public Optional<String> hear() throws InterruptedException {
        String line = lines.poll(process.isAlive() ? PATIENCE_MILLIS : 0, TimeUnit.MILLISECONDS);
        if (line == null && !process.isAlive()) {
            // The last may still be in the pipe; a process that it left behind may hold that open.
            reader.join(LAST_LINES_MILLIS);
            line = lines.poll();
        }
        return Optional.ofNullable(line);
    }

    /** Empty as long as it lives; afterwards it may still have lines to be heard. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** @throws IOException if its working directory cannot be deleted */
    @Override
    public void close() throws IOException {
        destroy(process);
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // It is being run.
        }
        directory.close();
    }

    private static void read(BoundedLines output, BlockingQueue<String> read) {
        try (BoundedLines lines = output) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                read.put(line.get());
            }
        } catch (IOException | InterruptedException killed) {
            // There is nothing more to read.
        }
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
