package kvlab.grader.export;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of a job array that a TA chooses. Slurm interprets the texts.
 *
 * @param perTask number of submissions per task
 * @param atOnce the most tasks that run at the same time
 * @param processors per task
 * @param time the limit per task; empty to derive it from the policy's limits
 * @param memory likewise
 */
public record SlurmOptions(
        Optional<Integer> perTask,
        Optional<Integer> atOnce,
        int processors,
        Optional<String> time,
        Optional<String> memory,
        Optional<String> partition,
        Optional<String> account) {

    /** Slurm's usual limit for the tasks of one array. */
    private static final int MAX_TASKS = 1000;

    /** Amortises the queueing and the JVM start of a task. */
    private static final int MIN_PER_TASK = 10;

    private static final Pattern WORD = Pattern.compile("[\\w.,:+-]+");

    /** @throws IllegalArgumentException if an option is invalid; the message is for the TA */
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
        return perTask.orElse(Math.max(MIN_PER_TASK, (submissions + MAX_TASKS - 1) / MAX_TASKS));
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
