package kvlab.grader.execute;

import java.time.Duration;

/**
 * The limits of a submission's execution.
 *
 * @param submission real time for all its tests together
 * @param silence real time without the end of any schedule; longer than the timeout of the harness's watchdog
 * @param heapMegabytes the heap of each process
 * @param outputBytes the output of one process that is not a report
 */
public record ExecutionLimits(Duration submission, Duration silence, int heapMegabytes, long outputBytes) {

    private static final long USUAL_OUTPUT = 1 << 20;

    public static final ExecutionLimits DEFAULT =
            new ExecutionLimits(Duration.ofMinutes(10), Duration.ofSeconds(60), 256);

    /** Limits with the default for output. */
    public ExecutionLimits(Duration submission, Duration silence, int heapMegabytes) {
        this(submission, silence, heapMegabytes, USUAL_OUTPUT);
    }
}
