package kvlab.grader.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kvlab.history.EventLog;
import kvlab.history.History;
import kvlab.history.LinearizabilityChecker;

/**
 * Measures the warm linearizability checker: the minimum processor time of many checks. Porcupine's public test
 * histories are included if they are next to the kit; the targets are half of Porcupine's times.
 */
public final class CheckerTimes implements Measurement {
    private static final Duration WARM_UP = Duration.ofMillis(1_500);
    private static final Path PUBLIC = Path.of("shared", "data", "histories");

    private final LinearizabilityChecker checker = new LinearizabilityChecker();
    private final Path home;

    /** @param home the top of the kit */
    public CheckerTimes(Path home) {
        this.home = home;
    }

    /** A public history, and the time limit of its check in microseconds. */
    private record Public(String file, long target) {}

    @Override
    public String what() {
        return "linearizability checker";
    }

    @Override
    public List<Figure> take() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (Public each : List.of(
                new Public("c01-ok.txt", 65),
                new Public("c01-bad.txt", 35),
                new Public("c10-ok.txt", 575),
                new Public("c10-bad.txt", 400))) {
            Path file = home.toAbsolutePath().normalize().resolveSibling(PUBLIC).resolve(each.file());
            if (Files.exists(file)) {
                figures.add(figure("checker: " + each.file(), EventLog.parse(Files.readAllLines(file)), each.target()));
            }
        }
        ImaginedStore fifty = new ImaginedStore(50, 1_712, 10);
        figures.add(figure("checker: 50 clients, 1,712 calls on 10 keys, linearizable", fifty.history(), 80_000));
        figures.add(figure("checker: the same, one get wrong", fifty.historyWithOneWrongGet(), 14_500));
        History large = new ImaginedStore(50, 100_000, 100).history();
        figures.add(figure("checker: 100,000 calls on 100 keys", large, 1_000_000));
        return figures;
    }

    private Figure figure(String what, History history, long targetMicros) {
        double micros = micros(history);
        return new Figure(
                what,
                "./kvlab bench",
                String.format(Locale.ROOT, "%,.0f us", micros),
                String.format(Locale.ROOT, "at most %,d us", targetMicros),
                micros <= targetMicros);
    }

    private double micros(History history) {
        long end = cpuNanos() + WARM_UP.toNanos();
        double best = Double.MAX_VALUE;
        while (cpuNanos() < end) {
            long begin = cpuNanos();
            checker.check(history);
            best = Math.min(best, (cpuNanos() - begin) / 1e3);
        }
        return best;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
