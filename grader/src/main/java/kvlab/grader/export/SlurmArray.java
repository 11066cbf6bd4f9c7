package kvlab.grader.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kvlab.grader.policy.ResourceLimits;

/**
 * The scripts of a Slurm job array that grades submissions, and of the job that merges the results. Each task grades a
 * slice of the list of submissions; all files are on a shared file system. Submissions that have a result are not
 * graded again, so repeating a task only costs the missing results.
 *
 * @param submissions names for {@code --only}, without white space
 * @param each the policy's limits for a submission
 */
public record SlurmArray(GradeCall call, List<String> submissions, ResourceLimits each, SlurmOptions options) {

    /** The file with the names of the submissions, one per line. */
    public static final String LIST = "submissions";

    /** The script that submits all jobs. */
    public static final String SUBMIT = "submit.sh";

    /** The script of one task of the array. */
    public static final String ARRAY = "array.sh";

    /** The script that generates the reports and lists missing results. */
    public static final String MERGE = "merge.sh";

    private static final String LOGS = "logs";
    private static final int MERGE_HEAP_MEBIBYTES = 1024;

    /** Merging opens every submission to check that its result is up to date. */
    private static final String MERGE_TIME = "01:00:00";

    /**
     * A call of {@code kvlab grade} that a task repeats: in the same directory with the same arguments, so that it
     * gives the same results.
     *
     * @param kit the kit's directory
     * @param java the JDK's directory
     * @param directory the working directory of the call, to which paths are relative
     * @param options as they were given
     * @param submissions the paths as they were given
     */
    public record GradeCall(Path kit, Path java, Path directory, List<String> options, List<String> submissions) {}

    /** @throws IllegalArgumentException if there are no submissions, or a name contains white space */
    public SlurmArray {
        submissions = List.copyOf(submissions);
        if (submissions.isEmpty()) {
            throw new IllegalArgumentException("an array of no tasks");
        }
        submissions.stream()
                .filter(name -> !name.matches("[^\\s\\p{Cc}]+"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("not a name of one word: " + name);
                });
    }

    /** The number of tasks. */
    public int tasks() {
        return (submissions.size() + perTask() - 1) / perTask();
    }

    /** The number of submissions per task; the last task may have fewer. */
    public int perTask() {
        return Math.min(submissions.size(), options.perTask(submissions.size()));
    }

    /**
     * Writes the scripts and the list, and replaces those of an earlier export.
     *
     * @param directory created if missing
     * @throws IOException if it cannot be written to, or Slurm could not write there
     */
    public void write(Path directory) throws IOException {
        Path scripts = directory.toAbsolutePath().normalize();
        if (scripts.toString().contains("\\")) {
            throw new IOException("Slurm cannot write logs below a path with a backslash");
        }
        Files.createDirectories(scripts.resolve(LOGS));
        Files.writeString(scripts.resolve(LIST), String.join("\n", submissions) + "\n");
        script(scripts, ARRAY, task(), TaskSize.GRADER_HEAP_MEBIBYTES);
        script(scripts, MERGE, merge(), MERGE_HEAP_MEBIBYTES);
        script(scripts, SUBMIT, List.of(), MERGE_HEAP_MEBIBYTES);
    }

    private List<String> task() {
        TaskSize size = new TaskSize(each, perTask(), options.processors());
        String most = options.atOnce().map(tasks -> "%" + tasks).orElse("");
        return directives(
                "job-name=kvlab-grade",
                "array=0-" + (tasks() - 1) + most,
                "cpus-per-task=" + options.processors(),
                "time=" + options.time().orElseGet(size::timeInWords),
                "mem=" + options.memory().orElseGet(size::memoryInWords));
    }

    private List<String> merge() {
        return directives(
                "job-name=kvlab-merge",
                "cpus-per-task=1",
                "time=" + MERGE_TIME,
                "mem=" + 2 * MERGE_HEAP_MEBIBYTES + "M");
    }

    /** The scripts need no environment variables, hence {@code --export=NONE}. */
    private List<String> directives(String... own) {
        return Stream.of(
                        Stream.of(own),
                        Stream.of("export=NONE", "requeue", "open-mode=append"),
                        options.partition().map("partition="::concat).stream(),
                        options.account().map("account="::concat).stream())
                .flatMap(directives -> directives)
                .map("#SBATCH --"::concat)
                .toList();
    }

    private void script(Path scripts, String name, List<String> directives, int heapMebibytes) throws IOException {
        Path logs = scripts.resolve(LOGS);
        Map<String, String> words = new HashMap<>();
        words.put("directives", String.join("\n", directives));
        words.put("kvlab", ShellWord.of(call.kit().resolve("kvlab")));
        // This JDK if the machine has it, else the machine's own.
        String javaHome = ShellWord.of(call.java());
        words.put("java-home", "[ ! -x " + javaHome + "/bin/javac ] || export JAVA_HOME=" + javaHome);
        words.put("heap", "" + heapMebibytes);
        words.put("directory", ShellWord.of(call.directory()));
        words.put("options", ShellWord.arguments(call.options()));
        words.put("submissions", ShellWord.arguments(call.submissions()));
        words.put("scripts", ShellWord.of(scripts));
        words.put("list", ShellWord.of(scripts.resolve(LIST)));
        words.put("logs", ShellWord.of(logs));
        words.put("logs-escaped", ShellWord.of(logs.toString().replace("%", "%%")));
        words.put("count", "" + submissions.size());
        words.put("tasks", "" + tasks());
        words.put("per-task", "" + perTask());
        words.put("processors", "" + options.processors());
        words.put("environment", Template.filled("environment.sh", words).strip());
        Path script = scripts.resolve(name);
        Files.writeString(script, Template.filled(name, words));
        script.toFile().setExecutable(true);
    }
}
