package kvlab.grader;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.grader.bench.CheckerTimes;
import kvlab.grader.bench.ColdTest;
import kvlab.grader.bench.Figure;
import kvlab.grader.bench.IdleCluster;
import kvlab.grader.bench.Measurement;
import kvlab.grader.bench.ThousandSchedules;
import kvlab.grader.bench.WarmSuite;
import kvlab.grader.bench.WholeCorpus;
import picocli.CommandLine.Command;

/** {@code kvlab bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast the kit is on this machine. Takes some minutes; leave the machine alone.")
final class BenchCommand implements Callable<Integer> {

    private static final String ROW = "%-62s %-20s %-16s %-8s %s%n";

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(Optional.ofNullable(System.getProperty("kvlab.home"))
                .orElseThrow(() -> new WrongUseException("bench must be started by the script: ./kvlab bench")));
        Path script = home.resolve("kvlab");
        Path solution = home.resolve("solution");
        List<Measurement> measurements = List.of(
                new ColdTest(script, solution),
                new ThousandSchedules(script, solution),
                WarmSuite.core(solution),
                WarmSuite.extended(solution),
                new IdleCluster(),
                new CheckerTimes(home),
                new WholeCorpus(script));
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
