package kvlab.grader.export;

import java.time.Duration;
import java.util.Locale;
import kvlab.grader.policy.ResourceLimits;

/**
 * The worst-case resources of one task of an array, if every submission uses up its limits.
 *
 * @param submissions number of submissions in the task
 * @param processors number of processors of the task
 */
record TaskSize(ResourceLimits each, int submissions, int processors) {

    /** The heap of the grader's own JVM, which opens submissions and holds their verdicts. */
    static final int GRADER_HEAP_MEBIBYTES = 512;

    /** Memory of a JVM beyond its heap: code, classes, stacks. */
    private static final int BEYOND_HEAP_MEBIBYTES = 256;

    /** Allowance for opening and compiling a submission and starting JVMs on a cold file system. */
    private static final Duration AROUND_EACH = Duration.ofMinutes(1);

    private static final Duration AROUND_ALL = Duration.ofMinutes(5);

    /** The number of submissions graded at the same time: two per processor, as in {@code kvlab grade}. */
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
