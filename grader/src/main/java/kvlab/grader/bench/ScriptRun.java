package kvlab.grader.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kvlab.grader.execute.sandbox.WorkingDirectory;

/**
 * Measures a command of the launcher script in a built kit: the median time of some runs and, if there is a target, the
 * peak memory of all its processes together.
 *
 * @param home the top of the kit, where the command runs
 * @param shownBy the command that reproduces the figures
 * @param arguments the script's arguments; {@code grade} also gets a directory for its results
 * @param targetBytes the memory target; empty if memory is not measured
 */
public record ScriptRun(
        Path home,
        String what,
        String shownBy,
        List<String> arguments,
        int runs,
        Duration target,
        OptionalLong targetBytes)
        implements Measurement {

    /** Long enough that sampling all processes takes a small part of the measured time. */
    private static final long SAMPLED_EVERY_MILLIS = 100;

    /** A command without a memory target. */
    public static ScriptRun of(Path home, String what, int runs, Duration target, String... arguments) {
        return new ScriptRun(home, what, shown(arguments), List.of(arguments), runs, target, OptionalLong.empty());
    }

    /** A command that runs once, with a memory target. */
    public static ScriptRun within(long bytes, Path home, String what, Duration target, String... arguments) {
        return new ScriptRun(home, what, shown(arguments), List.of(arguments), 1, target, OptionalLong.of(bytes));
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        OptionalLong peak = OptionalLong.empty();
        for (int run = 0; run < runs; run++) {
            try (WorkingDirectory results = WorkingDirectory.create()) {
                List<String> command =
                        new ArrayList<>(List.of(home.resolve("kvlab").toString()));
                command.addAll(arguments);
                if (arguments.get(0).equals("grade")) {
                    command.addAll(List.of("--out", results.path().toString()));
                }
                long start = System.nanoTime();
                peak = peakBytes(command);
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        Duration median = times.stream().sorted().toList().get(runs / 2);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                what,
                shownBy,
                inWords(median) + (runs == 1 ? "" : " (median)"),
                "at most " + (target.toSecondsPart() == 0 ? target.toMinutes() + " min" : target.toSeconds() + " s"),
                median.compareTo(target) <= 0));
        if (targetBytes.isPresent()) {
            long bytes = peak.orElse(0);
            figures.add(new Figure(
                    "  and the most memory that all its processes held",
                    shownBy,
                    bytes == 0 ? "not to be seen here" : inMegabytes(bytes),
                    "at most " + inMegabytes(targetBytes.getAsLong()),
                    bytes > 0 && bytes <= targetBytes.getAsLong()));
        }
        return figures;
    }

    /** Runs a command and returns the peak memory of it and its descendants; empty if that cannot be measured. */
    private OptionalLong peakBytes(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OptionalLong peak = OptionalLong.empty();
        while (!process.waitFor(SAMPLED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            OptionalLong now = residentBytes(process.toHandle());
            peak = now.isPresent() && now.getAsLong() > peak.orElse(0) ? now : peak;
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
        }
        return peak;
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

    private static String shown(String... arguments) {
        return "./kvlab " + String.join(" ", arguments);
    }

    private static String inWords(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3)
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    private static String inMegabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
