package kvlab.grader.export;

import java.time.Duration;
import java.util.Locale;
import kvlab.grader.policy.ResourceLimits;

/**
 * What one task of an array needs at most: when every submission in it uses up all that the policy gives it.
 *
 * @param submissions how many it grades
 * @param processors how many it has
 */
record TaskSize(ResourceLimits each, int submissions, int processors) {

    /** Of the grader's own JVM, which opens submissions and keeps their verdicts. */
    static final int GRADER_HEAP_MEBIBYTES = 512;

    /** Of any JVM, beyond its heap: code, classes, stacks. */
    private static final int BEYOND_HEAP_MEBIBYTES = 256;

    /** For opening and compiling a submission, and for a start of a JVM or two on a cold file system. */
    private static final Duration AROUND_EACH = Duration.ofMinutes(1);

    private static final Duration AROUND_ALL = Duration.ofMinutes(5);

    /** How many are graded at the same time, as {@code kvlab grade} does it: two for each processor. */
    int atOnce() {
        return Math.min(submissions, 2 * processors);
    }

    /** As Slurm reads it. */
    String timeInWords() {
        int rounds = (submissions + atOnce() - 1) / atOnce();
        Duration time = each.wallClock().plus(AROUND_EACH).multipliedBy(rounds).plus(AROUND_ALL);
        return String.format(
                Locale.ROOT,
                "%d-%02d:%02d:%02d",
                time.toDays(),
                time.toHoursPart(),
                time.toMinutesPart(),
                time.toSecondsPart());
    }

    /** As Slurm reads it. */
    String memoryInWords() {
        long oneChild = each.heap().inMebibytes() + BEYOND_HEAP_MEBIBYTES;
        return GRADER_HEAP_MEBIBYTES + BEYOND_HEAP_MEBIBYTES + atOnce() * oneChild + "M";
    }
}
