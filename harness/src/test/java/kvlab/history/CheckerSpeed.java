package kvlab.history;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import kvlab.history.RandomHistories.Workload;

/** Prints the processor time of a check in a warm JVM, the best of many. Run its main from the project's root. */
final class CheckerSpeed {
    private static final IntFunction<String> DISTINCT = n -> "x " + n % 50 + " " + n / 50 + " y";
    private static final List<String> FEW = List.of("1", "2", "12", "21");

    private CheckerSpeed() {}

    public static void main(String[] arguments) {
        for (String name : List.of("c01-ok.txt", "c01-bad.txt", "c10-ok.txt", "c10-bad.txt")) {
            Path file = PublicHistories.folder().resolve(name);
            if (Files.exists(file)) {
                measure(name, PublicHistories.read(file));
            }
        }
        both("20 calls, 3 clients, 2 keys", new Workload(3, 20, 2, 30, 30, 0, 1000, DISTINCT), 1);
        both("20 calls, 3 clients, 2 keys, few values", new Workload(3, 20, 2, 30, 30, 0, 4, FEW::get), 1);
        both("2,000 calls, 50 clients, 10 keys", new Workload(50, 2000, 10, 5, 45, 0, 1 << 20, DISTINCT), 1);
        both("2,000 calls, same, 10 % never answered", new Workload(50, 2000, 10, 5, 45, 100, 1 << 20, DISTINCT), 1);
        both("2,000 calls, same, each value written twice", new Workload(50, 2000, 10, 5, 45, 0, 550, DISTINCT), 1);
        both("2,000 calls, same, 40 % puts", new Workload(50, 2000, 10, 40, 30, 0, 1 << 20, DISTINCT), 1);
        both("2,000 calls, 10 clients, 10 keys, few values", new Workload(10, 2000, 10, 30, 40, 0, 4, FEW::get), 1);
        both("2,000 calls, 50 clients, 10 keys, few values", new Workload(50, 2000, 10, 30, 40, 0, 4, FEW::get), 1);
        both("100,000 calls, 50 clients, 100 keys", new Workload(50, 100_000, 100, 5, 45, 0, 1 << 20, DISTINCT), 1);
        both("100,000 calls, 50 clients, 100 keys, few", new Workload(50, 100_000, 100, 30, 40, 0, 4, FEW::get), 1);
    }

    private static void both(String title, Workload workload, int damages) {
        measure(title + ", ok", new RandomHistories(1, workload).correct());
        measure(title + ", damaged", new RandomHistories(1, workload).damaged(damages));
    }

    private static void measure(String title, History history) {
        LinearizabilityChecker checker = new LinearizabilityChecker();
        Linearizability answer = checker.check(history);
        long end = cpuNanos() + 2_000_000_000L;
        double best = Double.MAX_VALUE;
        for (int runs = 1; cpuNanos() < end; runs = Math.min(2 * runs, 64)) {
            long begin = cpuNanos();
            for (int run = 0; run < runs; run++) {
                checker.check(history);
            }
            best = Math.min(best, (cpuNanos() - begin) / 1e3 / runs);
        }
        System.out.printf(
                Locale.ROOT,
                "%-56s %12.1f us  %s%n",
                title,
                best,
                answer.getClass().getSimpleName());
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
