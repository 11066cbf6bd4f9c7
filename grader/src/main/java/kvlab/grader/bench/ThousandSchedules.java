package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kvlab.grader.execute.sandbox.WorkingDirectory;

/** The solution graded over a thousand schedules, from the start of the script to its end, with the memory it takes. */
public final class ThousandSchedules implements Measurement {

    private static final Duration TARGET = Duration.ofSeconds(10);
    private static final long TARGET_BYTES = 512L << 20;

    private final Path script;
    private final Path solution;

    public ThousandSchedules(Path script, Path solution) {
        this.script = script;
        this.solution = solution;
    }

    @Override
    public String what() {
        return "a thousand schedules of all tests, start and compile included";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        try (WorkingDirectory results = WorkingDirectory.create()) {
            MeasuredProcess process = MeasuredProcess.run(List.of(
                    script.toString(),
                    "grade",
                    solution.toString(),
                    "--schedules",
                    "1000",
                    "--out",
                    results.path().toString()));
            String command = "./kvlab grade solution --schedules 1000";
            String seconds = String.format(Locale.ROOT, "%.1f s", process.time().toMillis() / 1e3);
            long bytes = process.peakBytes().orElse(0);
            String memory = bytes == 0 ? "not to be seen here" : (bytes >> 20) + " MB";
            return List.of(
                    new Figure(
                            what(),
                            command,
                            seconds,
                            "at most 10 s",
                            process.time().compareTo(TARGET) <= 0),
                    new Figure(
                            "  and the most memory that all its processes held",
                            command,
                            memory,
                            "under 512 MB",
                            bytes > 0 && bytes < TARGET_BYTES));
        }
    }
}
