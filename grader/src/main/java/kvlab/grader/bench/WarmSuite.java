package kvlab.grader.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kvlab.grader.compile.Compilation;
import kvlab.grader.compile.SubmissionClassLoader;
import kvlab.grader.compile.SubmissionCompiler;
import kvlab.grader.run.LabSuite;
import kvlab.grader.run.Seeds;
import kvlab.grader.run.SuiteLauncher;
import kvlab.grader.source.Submission;

/** All tests of a suite, one schedule each, one at a time, in this JVM once it is warm. */
public final class WarmSuite implements Measurement {

    private static final int WARM_UP_ROUNDS = 500;
    private static final int ROUNDS = 301;
    private static final Duration TARGET = Duration.ofMillis(5);

    private final LabSuite suite;
    private final Submission solution;

    public WarmSuite(LabSuite suite, Submission solution) {
        this.suite = suite;
        this.solution = solution;
    }

    @Override
    public String what() {
        return suite.tests().size() + " tests, one schedule, one core, warm";
    }

    @Override
    public List<Figure> take() {
        if (!(new SubmissionCompiler().compile(solution.files()) instanceof Compilation.Compiled compiled)) {
            throw new IllegalStateException(solution.path() + " does not compile");
        }
        SubmissionClassLoader loader = new SubmissionClassLoader(compiled.classes());
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            round(loader, round);
        }
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            round(loader, WARM_UP_ROUNDS + round);
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Duration median = Duration.ofNanos(nanos[ROUNDS / 2]);
        String measured = String.format(Locale.ROOT, "%.2f ms (median)", median.toNanos() / 1e6);
        return List.of(new Figure(what(), "./kvlab bench", measured, "at most 5 ms", median.compareTo(TARGET) <= 0));
    }

    private void round(SubmissionClassLoader loader, long seed) {
        new SuiteLauncher(new Seeds(seed, 1), 1, Map.of())
                .run(suite.tests(), loader, (test, failedSeed, verdict) -> {}, List.of());
    }
}
