package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import kvlab.grader.export.SlurmArray;
import kvlab.grader.export.SlurmOptions;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export slurm}: a job array that grades a folder of submissions on a cluster. */
@Command(
        name = "slurm",
        mixinStandardHelpOptions = true,
        description =
                "Writes a Slurm job array that grades submissions, and a job that makes the reports. Kit, submissions and"
                        + " results must be on a file system that all machines of the cluster share. Export again when"
                        + " submissions have come or gone.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the scripts are written", "2:wrong use", "3:the kit itself failed"})
final class ExportSlurmCommand implements Callable<Integer> {

    @Mixin
    private SubmissionOptions submissions;

    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kvlab-results",
            description = "Where results and reports are to go (default: ${DEFAULT-VALUE}).")
    private String out;

    @Option(names = "--into", paramLabel = "SCRIPTS", required = true, description = "Where the scripts go.")
    private Path into;

    @Option(
            names = "--per-task",
            paramLabel = "K",
            description = "How many submissions one task grades (default: 10, or more to stay at 1000 tasks).")
    private Optional<Integer> perTask;

    @Option(names = "--at-once", paramLabel = "N", description = "How many tasks run at the same time at most.")
    private Optional<Integer> atOnce;

    @Option(
            names = "--cpus-per-task",
            paramLabel = "P",
            defaultValue = "1",
            description = "Processors of each task (default: ${DEFAULT-VALUE}).")
    private int processors;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "How long a task may take, as sbatch takes it (default: what the policy's limits allow).")
    private Optional<String> time;

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            description = "Memory of a task, as sbatch takes it (default: what the policy's limits allow).")
    private Optional<String> memory;

    @Option(names = "--partition", paramLabel = "NAME", description = "As sbatch takes it.")
    private Optional<String> partition;

    @Option(names = "--account", paramLabel = "NAME", description = "As sbatch takes it.")
    private Optional<String> account;

    @Override
    public Integer call() throws IOException {
        Policy policy = policies.policy();
        List<String> names = submissions.uploads(Set.of(), policy, System.err).stream()
                .map(StudentUploads::fileName)
                .toList();
        submissions.requireApart("--into", into);
        SlurmArray array = new SlurmArray(gradeCall(), names, policy.limits(), options());
        try {
            array.write(into);
        } catch (IOException e) {
            throw new WrongUseException(
                    "--into " + into + ": scripts cannot be written there (" + e + "): name a directory of your own");
        }
        submissions.notes().forEach(note -> System.out.println("note: " + note));
        System.out.println(names.size() + " submissions in " + array.tasks() + " tasks of up to " + array.perTask());
        System.out.println("to start them, run " + into.resolve(SlurmArray.SUBMIT)
                + " on a machine that has sbatch; run it again if something is missing in the end");
        return ExitCode.OK;
    }

    private SlurmArray.GradeCall gradeCall() {
        List<String> options = new ArrayList<>(policies.words());
        options.addAll(submissions.words());
        options.add("--out=" + out);
        return new SlurmArray.GradeCall(
                KitHome.path().toAbsolutePath(),
                Path.of(System.getProperty("java.home")),
                Path.of("").toAbsolutePath(),
                options,
                submissions.paths());
    }

    private SlurmOptions options() {
        try {
            return new SlurmOptions(perTask, atOnce, processors, time, memory, partition, account);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e.getMessage());
        }
    }
}
