package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** {@code ./kvlab test solution} in a fresh JVM, when everything is built. */
public final class ColdTest implements Measurement {

    private static final int ROUNDS = 5;
    private static final Duration TARGET = Duration.ofSeconds(2);

    private final Path script;
    private final Path solution;

    public ColdTest(Path script, Path solution) {
        this.script = script;
        this.solution = solution;
    }

    @Override
    public String what() {
        return "one run of all tests from a cold start";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(MeasuredProcess.run(List.of(script.toString(), "test", solution.toString()))
                    .time());
        }
        Collections.sort(times);
        Duration median = times.get(ROUNDS / 2);
        String measured = String.format(Locale.ROOT, "%.2f s (median)", median.toMillis() / 1e3);
        boolean met = median.compareTo(TARGET) <= 0;
        return List.of(new Figure(what(), "./kvlab test solution", measured, "at most 2 s", met));
    }
}
