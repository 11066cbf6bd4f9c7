package kvlab.grader.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kvlab.grader.bench.Figure;
import kvlab.grader.bench.Measurement;
import kvlab.grader.bench.Measurements;
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
        List<Measurement> measurements = named(Measurements.of(KitHome.path()));
        ProgressLine progress = new ProgressLine(System.out);
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
