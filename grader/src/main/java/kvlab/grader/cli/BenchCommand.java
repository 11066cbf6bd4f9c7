package kvlab.grader.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kvlab.grader.bench.CheckerTimes;
import kvlab.grader.bench.Figure;
import kvlab.grader.bench.IdleCluster;
import kvlab.grader.bench.Measurement;
import kvlab.grader.bench.ScriptRun;
import kvlab.grader.bench.WarmSuite;
import kvlab.grader.bench.WholeClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kvlab bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast the kit is on this machine. Takes some minutes; leave the machine alone.")
final class BenchCommand implements Callable<Integer> {

    private static final String ROW = "%-62s %-20s %-16s %-8s %s%n";

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "Take these measurements only: test, grade, thousand, core, extended, idle, checker, corpus, class.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws Exception {
        Path home = KitHome.path();
        Path solution = home.resolve("solution");
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put(
                "test",
                ScriptRun.of(
                        home, "one run of all tests from a cold start", 5, Duration.ofSeconds(2), "test", "solution"));
        all.put(
                "grade",
                ScriptRun.of(
                        home,
                        "one submission graded from a cold start, 100 schedules",
                        3,
                        Duration.ofSeconds(5),
                        "grade",
                        "solution"));
        all.put(
                "thousand",
                ScriptRun.within(
                        512L << 20,
                        home,
                        "a thousand schedules of all tests, start and compile included",
                        Duration.ofSeconds(10),
                        "grade",
                        "solution",
                        "--schedules",
                        "1000"));
        all.put("core", WarmSuite.core(solution));
        all.put("extended", WarmSuite.extended(solution));
        all.put("idle", new IdleCluster());
        all.put("checker", new CheckerTimes(home));
        all.put(
                "corpus",
                ScriptRun.of(home, "the corpus of wrong and correct submissions", 1, Duration.ofMinutes(1), "corpus"));
        all.put("class", new WholeClass(home));
        List<Measurement> measurements = named(all);
        ProgressLine progress = new ProgressLine(System.out, Boolean.getBoolean("kvlab.terminal"));
        System.out.printf(Locale.ROOT, ROW, "figure", "measured", "target", "", "shown by");
        for (Measurement measurement : measurements) {
            progress.show("measuring: " + measurement.what());
            List<Figure> figures = measurement.take();
            progress.clear();
            figures.forEach(BenchCommand::print);
        }
        return ExitCode.OK;
    }

    private List<Measurement> named(Map<String, Measurement> all) {
        if (!all.keySet().containsAll(only)) {
            throw new WrongUseException(
                    "there are the measurements " + String.join(", ", all.keySet()) + ", and no other");
        }
        return all.entrySet().stream()
                .filter(measurement -> only.isEmpty() || only.contains(measurement.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void print(Figure figure) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                figure.what(),
                figure.measured(),
                figure.target(),
                figure.met() ? "met" : "NOT MET",
                figure.command());
    }
}
