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
 * A JVM in a sandbox, with an empty environment and a bounded heap. It receives lines on standard input, which stays
 * open while this process lives, and sends lines on standard output. Closing kills it with all its descendants.
 */
public final class ConfinedJvm implements AutoCloseable {

    /** The exit code of a JVM that ran out of heap. */
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
        // It may be too busy to notice the end of standard input.
        atExit = new Thread(() -> destroy(process), "confined-end");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a JVM with this process's JDK and class path.
     *
     * @param main the main class
     * @param longestLine the longest line of output that is not split, in bytes
     * @throws IOException if it cannot be started
     */
    public static ConfinedJvm start(Class<?> main, int heapMegabytes, int longestLine, Sandbox sandbox)
            throws IOException {
        WorkingDirectory directory = WorkingDirectory.create();
        try {
            List<String> command =
                    sandbox.around(ChildJvm.command(heapMegabytes, directory.path(), main), directory.path());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.path().toFile())
                    // Merging the streams makes the order of reports and other output deterministic.
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(ChildJvm.environment());
            return new ConfinedJvm(directory, builder.start(), longestLine);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** Sends a line. If the process has ended, the line is lost, and the exit code shows it. */
    public void send(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException ended) {
            // See above.
        }
    }

    /** The next line of output, or part of a split line; empty after a short timeout, or at the end of the output. */
    public Optional<String> receive() throws InterruptedException {
        String line = lines.poll(process.isAlive() ? PATIENCE_MILLIS : 0, TimeUnit.MILLISECONDS);
        if (line == null && !process.isAlive()) {
            // The last lines may still be in the pipe, which a surviving descendant may hold open.
            reader.join(LAST_LINES_MILLIS);
            line = lines.poll();
        }
        return Optional.ofNullable(line);
    }

    /** Empty while it lives; after its end there may still be unread lines. */
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
            // It is running.
        }
        directory.close();
    }

    private static void read(BoundedLines output, BlockingQueue<String> read) {
        try (BoundedLines lines = output) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                read.put(line.get());
            }
        } catch (IOException | InterruptedException killed) {
            // The output is discarded.
        }
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
