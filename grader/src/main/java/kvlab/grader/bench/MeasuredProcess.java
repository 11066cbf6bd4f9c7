package kvlab.grader.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took, from its start to its end.
 *
 * @param peakBytes the most memory that it and its descendants held at the same time; empty where that cannot be seen
 */
record MeasuredProcess(Duration time, OptionalLong peakBytes) {

    /** Seldom enough that looking at every process takes little of the time that is measured. */
    private static final long SAMPLED_EVERY_MILLIS = 100;

    /** @throws IOException if it does not exit with 0 */
    static MeasuredProcess run(Path directory, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OptionalLong peak = OptionalLong.empty();
        while (!process.waitFor(SAMPLED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            OptionalLong now = residentBytes(process.toHandle());
            peak = now.isPresent() && now.getAsLong() > peak.orElse(0) ? now : peak;
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
        }
        return new MeasuredProcess(time, peak);
    }

    private static OptionalLong residentBytes(ProcessHandle process) {
        long[] sizes = Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Path.of("/proc", Long.toString(each.pid()), "status"))
                .flatMapToLong(status -> residentBytes(status).stream())
                .toArray();
        return sizes.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(sizes).sum());
    }

    private static OptionalLong residentBytes(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException ended) {
            return OptionalLong.empty();
        }
    }
}
