package kvlab.grader.execute;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param submission real time for all its tests together
 * @param silence real time without any schedule coming to an end; longer than the harness's own watchdog waits
 * @param heapMegabytes of each of its processes
 * @param outputBytes of what one of its processes may write that is no report
 */
public record ExecutionLimits(Duration submission, Duration silence, int heapMegabytes, long outputBytes) {

    private static final long USUAL_OUTPUT = 1 << 20;

    public static final ExecutionLimits DEFAULT =
            new ExecutionLimits(Duration.ofMinutes(10), Duration.ofSeconds(60), 256);

    /** With as much output as is usual. */
    public ExecutionLimits(Duration submission, Duration silence, int heapMegabytes) {
        this(submission, silence, heapMegabytes, USUAL_OUTPUT);
    }
}
