package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kvlab.grader.execute.sandbox.WorkingDirectory;

/** One submission graded from the start of the script to its end, when everything is built: what CI does on a push. */
public final class ColdGrade implements Measurement {

    private static final int ROUNDS = 3;
    private static final Duration TARGET = Duration.ofSeconds(5);

    private final Path script;
    private final Path solution;

    public ColdGrade(Path script, Path solution) {
        this.script = script;
        this.solution = solution;
    }

    @Override
    public String what() {
        return "one submission graded from a cold start, 100 schedules";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (WorkingDirectory results = WorkingDirectory.create()) {
                times.add(MeasuredProcess.run(List.of(
                                script.toString(),
                                "grade",
                                solution.toString(),
                                "--out",
                                results.path().toString()))
                        .time());
            }
        }
        Collections.sort(times);
        Duration median = times.get(ROUNDS / 2);
        String measured = String.format(Locale.ROOT, "%.2f s (median)", median.toMillis() / 1e3);
        return List.of(
                new Figure(what(), "./kvlab grade solution", measured, "at most 5 s", median.compareTo(TARGET) <= 0));
    }
}
