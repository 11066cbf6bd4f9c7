package kvlab.grader.policy;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param wallClock real time for all its tests together
 * @param heap of each of its JVMs
 * @param processes processes and threads at the same time
 * @param output what each of its processes may write past the harness before it is ended
 */
public record ResourceLimits(Duration wallClock, DataSize heap, int processes, DataSize output) {

    /** Below this the JVM that runs the tests does not get through them. */
    public static final DataSize MIN_HEAP = DataSize.mebibytes(32);

    /** For a policy that sets none. */
    public static final ResourceLimits DEFAULT =
            new ResourceLimits(Duration.ofMinutes(10), DataSize.mebibytes(256), 2048, DataSize.mebibytes(1));
}
