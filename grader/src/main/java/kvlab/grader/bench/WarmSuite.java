package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.grader.corpus.LoadedEntry;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.Submission;
import kvlab.schedule.Seeds;
import kvlab.sim.World;

/**
 * Measures all tests of a suite, one schedule each, sequentially in a warm JVM. It is a separate JVM, bound to one
 * processor if the machine has {@code taskset}: on two, thread switches spend most of the time on wake-ups.
 *
 * @param suite the suite's name
 * @param schedules number of schedules to measure
 * @param target the time limit for one schedule of all tests
 */
public record WarmSuite(Path solution, String suite, int schedules, Duration target) implements Measurement {

    private static final int WARM_UP_ROUNDS = 6;
    private static final int FIRST_WITH_CONTINUATIONS = 24;

    /** The nine tests. */
    public static WarmSuite core(Path solution) {
        return new WarmSuite(solution, "core", 500, Duration.ofMillis(5));
    }

    /** The fifteen tests. Coroutines on threads are slower than continuations. */
    public static WarmSuite extended(Path solution) {
        boolean continuations = Runtime.version().feature() >= FIRST_WITH_CONTINUATIONS;
        return new WarmSuite(solution, "extended", 40, Duration.ofMillis(continuations ? 100 : 300));
    }

    /**
     * Entry point of the child JVM, with a path, a suite and a number as arguments: prints the nanoseconds for one
     * schedule of all tests.
     */
    public static void main(String[] args) throws IOException {
        Submission submission = new Intake().read(Path.of(args[0])).orThrow(IllegalArgumentException::new);
        LoadedEntry loaded = LoadedEntry.load(submission.files(), List.of(args[1]), new World());
        LabSuite suite = LabSuite.named(args[1]).orElseThrow();
        Seeds seeds = new Seeds(1, Integer.parseInt(args[2]));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            run(loaded, suite, seeds);
        }
        long start = System.nanoTime();
        run(loaded, suite, seeds);
        System.out.println((System.nanoTime() - start) / seeds.count());
        System.exit(0);
    }

    private static void run(LoadedEntry loaded, LabSuite suite, Seeds seeds) {
        suite.tests().forEach(test -> loaded.run(test, seeds));
    }

    @Override
    public String what() {
        return "suite " + suite + ", one schedule, one core, warm";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        Optional<String> processor = processor();
        processor.ifPresent(number -> command.addAll(List.of("taskset", "-c", number)));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WarmSuite.class.getName(),
                solution.toString(),
                suite,
                Integer.toString(schedules)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).trim();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
        }
        Duration time = Duration.ofNanos(Long.parseLong(output));
        String measured = String.format(Locale.ROOT, "%.2f ms", time.toNanos() / 1e6);
        String what = processor.isPresent() ? what() : what() + " (not kept to one core: no taskset)";
        return List.of(new Figure(
                what, "./kvlab bench", measured, "at most " + target.toMillis() + " ms", time.compareTo(target) <= 0));
    }

    /** A processor available to this process, if it can be bound to one. */
    private static Optional<String> processor() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean canPin = List.of("/usr/bin/taskset", "/bin/taskset").stream()
                .map(Path::of)
                .anyMatch(Files::isExecutable);
        if (!canPin || !Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.replaceAll("[^0-9,-]", "").split("[,-]")[0])
                .findFirst();
    }
}
