package kvlab.grader.export;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a TA chooses of a job array. Texts are for Slurm, which knows what they mean.
 *
 * @param perTask how many submissions one task grades
 * @param atOnce how many tasks run at the same time at most
 * @param processors of each task
 * @param time of each task at most; empty for what the policy's limits make of it
 * @param memory likewise
 */
public record SlurmOptions(
        OptionalInt perTask,
        OptionalInt atOnce,
        int processors,
        Optional<String> time,
        Optional<String> memory,
        Optional<String> partition,
        Optional<String> account) {

    /** Nothing special. */
    public static final SlurmOptions DEFAULT = new SlurmOptions(
            OptionalInt.empty(),
            OptionalInt.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What a cluster's queue takes for one array, unless it is told to take more. */
    private static final int USUAL_TASKS = 1000;

    /** A task has to wait and to start a JVM; this many submissions make that worth while. */
    private static final int WORTH_A_TASK = 10;

    private static final Pattern WORD = Pattern.compile("[\\w.,:+-]+");

    /** @throws IllegalArgumentException if something cannot be meant; the message is for the TA */
    public SlurmOptions {
        perTask.ifPresent(number -> requireOneOrMore("--per-task", number));
        atOnce.ifPresent(number -> requireOneOrMore("--at-once", number));
        requireOneOrMore("--cpus-per-task", processors);
        time.ifPresent(word -> requireWord("--time", word));
        memory.ifPresent(word -> requireWord("--mem", word));
        partition.ifPresent(word -> requireWord("--partition", word));
        account.ifPresent(word -> requireWord("--account", word));
    }

    int perTask(int submissions) {
        return perTask.orElse(Math.max(WORTH_A_TASK, (submissions + USUAL_TASKS - 1) / USUAL_TASKS));
    }

    private static void requireOneOrMore(String option, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(option + " must be 1 or more, not " + number);
        }
    }

    private static void requireWord(String option, String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException(option + " \"" + text
                    + "\" is nothing that Slurm reads: write it as for sbatch, without spaces and quotes");
        }
    }
}
