package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kvlab.grader.policy.DataSize;
import kvlab.grader.policy.ResourceLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts are run here by a shell, with stand-ins for kvlab and sbatch that write down what they are told. */
class SlurmArrayIT {

    private static final ResourceLimits LIMITS =
            new ResourceLimits(Duration.ofMinutes(10), DataSize.mebibytes(256), 2048, DataSize.mebibytes(1));

    /** What a shell, sbatch or a template could take for something else. */
    private static final String ODD = "it's a \"$(touch gone)\" `x`\n#SBATCH --uid=0 {{options}} $HOME %a é";

    private static final SlurmOptions DEFAULT = new SlurmOptions(
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    private Path directory;

    private Path course;
    private Path kit;
    private Path scripts;

    @BeforeEach
    void aKitThatWritesDownItsArguments() throws IOException {
        course = Files.createDirectories(directory.resolve(ODD));
        kit = Files.createDirectories(course.resolve("kit"));
        scripts = course.resolve("scripts");
        program(kit.resolve("kvlab"), """
                #!/bin/sh
                printf '%s|' "$PWD" "$KVLAB_BUILD" "$@" >>"$(dirname -- "$0")/calls"
                echo >>"$(dirname -- "$0")/calls"
                """);
    }

    @Test
    void everySubmissionIsInExactlyOneTask() throws Exception {
        List<String> names = IntStream.range(0, 23).mapToObj(i -> "@s" + i).toList();
        SlurmArray array = array(names, perTask(5));
        array.write(scripts);

        assertEquals(5, array.tasks());
        assertTrue(text(SlurmArray.ARRAY).contains("\n#SBATCH --array=0-4\n"));
        List<String> graded = new ArrayList<>();
        for (int task = 0; task < array.tasks(); task++) {
            assertEquals("", shell(SlurmArray.ARRAY, "SLURM_ARRAY_TASK_ID=" + task));
        }
        for (String word : calls().split("\\|")) {
            if (word.startsWith("--only=")) {
                graded.add(word.substring("--only=".length()));
            }
        }
        assertEquals(names, graded);
    }

    @Test
    void tasksAndMergeRepeatTheCallWordForWordWhereItWasMade() throws Exception {
        array(List.of("ann"), DEFAULT).write(scripts);

        shell(SlurmArray.ARRAY, "SLURM_ARRAY_TASK_ID=0", "SLURM_CPUS_PER_TASK=4");
        shell(SlurmArray.MERGE);

        String place = course + "|never|grade|--out=" + ODD + "|";
        String paths = "|--|" + ODD + "|-x|@@y|\n";
        assertEquals(place + "--no-reports|--parallel=8|--only=ann" + paths + place + "--no-grading" + paths, calls());
    }

    @Test
    void theMergeWaitsForTheArrayHoweverItEnds() throws Exception {
        array(List.of("ann", "bob"), DEFAULT).write(scripts);
        Path bin = Files.createDirectories(directory.resolve("bin"));
        program(bin.resolve("sbatch"), """
                #!/bin/sh
                printf '%s|' "$@" >>"$(dirname -- "$0")/calls"
                echo '17;cluster'
                """);

        shell(SlurmArray.SUBMIT, "PATH=" + bin + ":" + System.getenv("PATH"));

        String logs = "--parsable|--output=" + scripts.toString().replace("%", "%%") + "/logs/";
        assertEquals(
                logs + "%A-%a.txt|array.sh|" + logs + "%j.txt|--dependency=afterany:17|merge.sh|",
                Files.readString(bin.resolve("calls")));
    }

    @Test
    void aTaskIsGivenWhatItsSubmissionsMayUseAtMost() {
        assertEquals("0-01:00:00", new TaskSize(LIMITS, 10, 1).timeInWords());
        assertEquals("1792M", new TaskSize(LIMITS, 10, 1).memoryInWords());
        assertEquals("0-00:16:00", new TaskSize(LIMITS, 3, 8).timeInWords());
        assertEquals("2304M", new TaskSize(LIMITS, 3, 8).memoryInWords());
    }

    @Test
    void aLargeClassStaysBelowWhatQueuesTake() {
        List<String> names = IntStream.range(0, 30_001).mapToObj(i -> "s" + i).toList();
        assertEquals(31, array(names, DEFAULT).perTask());
        assertEquals(968, array(names, DEFAULT).tasks());
    }

    @Test
    void whatIsChosenIsToldToSlurm() throws IOException {
        array(
                        List.of("ann"),
                        new SlurmOptions(
                                Optional.empty(),
                                Optional.of(7),
                                2,
                                Optional.of("1-00"),
                                Optional.of("3G"),
                                Optional.of("long,short"),
                                Optional.of("cs101")))
                .write(scripts);
        String task = text(SlurmArray.ARRAY);
        for (String option : List.of(
                "array=0-0%7",
                "cpus-per-task=2",
                "time=1-00",
                "mem=3G",
                "partition=long,short",
                "account=cs101",
                "export=NONE",
                "requeue")) {
            assertTrue(task.contains("\n#SBATCH --" + option + "\n"), option + " in\n" + task);
        }
    }

    @Test
    void aNameThatSlurmWouldNotReadAsOneIsRefused() {
        for (String name : List.of("", "a b", "a\n#SBATCH --uid=0", "$(id)", "a'b")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new SlurmOptions(
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(name),
                            Optional.empty()),
                    name);
        }
    }

    @Test
    void aMachineThatDoesNotSeeTheKitSaysSo() throws Exception {
        array(List.of("ann"), DEFAULT).write(scripts);
        Files.delete(kit.resolve("kvlab"));
        assertTrue(shell(SlurmArray.ARRAY, "SLURM_ARRAY_TASK_ID=0").contains(" does not see " + kit));
    }

    private static SlurmOptions perTask(int submissions) {
        return new SlurmOptions(
                Optional.of(submissions),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private SlurmArray array(List<String> names, SlurmOptions options) {
        SlurmArray.GradeCall call = new SlurmArray.GradeCall(
                kit,
                Path.of(System.getProperty("java.home")),
                course,
                List.of("--out=" + ODD),
                List.of(ODD, "-x", "@y"));
        return new SlurmArray(call, names, LIMITS, options);
    }

    private String calls() throws IOException {
        return Files.readString(kit.resolve("calls"));
    }

    private String text(String script) throws IOException {
        return Files.readString(scripts.resolve(script));
    }

    /** Runs a script in another directory and returns what it prints. */
    private String shell(String script, String... environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(List.of(environment));
        command.addAll(List.of("sh", scripts.resolve(script).toString()));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }
}
