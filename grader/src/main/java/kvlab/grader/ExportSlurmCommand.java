package kvlab.grader;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code kvlab export slurm}: a job array that grades a folder of submissions on a cluster. */
@Command(
        name = "slurm",
        mixinStandardHelpOptions = true,
        description = "Writes a Slurm job array that grades submissions, and what merges its results.")
final class ExportSlurmCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
