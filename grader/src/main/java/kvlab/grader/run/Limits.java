package kvlab.grader.run;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param submission real time for all its tests together
 * @param silence real time without any schedule coming to an end; longer than the harness's own watchdog waits
 * @param heapMegabytes of each of its processes
 */
public record Limits(Duration submission, Duration silence, int heapMegabytes) {

    public static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), Duration.ofSeconds(60), 256);
}
