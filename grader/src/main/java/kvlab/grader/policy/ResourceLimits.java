package kvlab.grader.policy;

import java.time.Duration;

/**
 * The resource limits of a submission.
 *
 * @param wallClock real time for all its tests together
 * @param heap the heap of each of its JVMs
 * @param processes processes and threads at the same time
 * @param output the output that each process may write, apart from its report, before it is killed
 */
public record ResourceLimits(Duration wallClock, DataSize heap, int processes, DataSize output) {

    /** The JVM cannot run the tests with less. */
    public static final DataSize MIN_HEAP = DataSize.mebibytes(32);

    /** The default limits. */
    public static final ResourceLimits DEFAULT =
            new ResourceLimits(Duration.ofMinutes(10), DataSize.mebibytes(256), 2048, DataSize.mebibytes(1));
}
