package kvlab.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.grader.report.GradeTable;
import kvlab.grader.report.Graded;
import kvlab.grader.report.ResultDirectory;
import kvlab.grader.score.Assignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab grade}: runs every test on every submission, each in processes of its own, and writes down the points. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grades submissions: prints a table, and writes DIR/<submission>.json for each.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every submission got its verdicts",
            "2:wrong use",
            "3:the kit itself failed, or could not decide some test"
        })
final class GradeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Submissions: directories with KvServer.java somewhere below.")
    private List<Path> paths = List.of();

    @Option(names = "--schedules", paramLabel = "K", description = "How many schedules of each test (default: 100).")
    private Integer schedules;

    @Option(names = "--seed", paramLabel = "S", description = "The first schedule's seed, for everyone (default: 1).")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kvlab-results",
            description = "Where the JSON files go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--parallel",
            paramLabel = "P",
            description = "How many schedules at the same time, over all submissions (default: two per processor).")
    private Integer parallel;

    @Override
    public Integer call() throws Exception {
        Assignment core = Assignment.core();
        Assignment assignment = core.withSchedules(
                Optional.ofNullable(seed).orElse(core.seed()),
                Optional.ofNullable(schedules).orElse(core.schedules()));
        Schedules.of(assignment.seed(), assignment.schedules());
        int threads = Schedules.parallel(Optional.ofNullable(parallel));
        requireReadable();
        ResultDirectory results = open();
        ProgressLine progress = new ProgressLine(System.out, Boolean.getBoolean("kvlab.terminal"));
        List<Graded> finished = new ArrayList<>();
        progress.show("graded 0 of " + paths.size());
        List<Graded> batch = new Batch(assignment, threads).grade(paths, graded -> {
            results.write(assignment, graded);
            finished.add(graded);
            progress.show("graded " + finished.size() + " of " + paths.size());
        });
        progress.clear();
        System.out.print(new GradeTable(assignment).render(batch));
        System.out.println("details: " + out + "/<submission>.json");
        return batch.stream().allMatch(graded -> graded.outcome().isDecided()) ? ExitCode.OK : ExitCode.KIT_FAILED;
    }

    private void requireReadable() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new WrongUseException("there is nothing at " + path + ": name what was handed in");
            }
            if (!Files.isReadable(path) || (Files.isDirectory(path) && !Files.isExecutable(path))) {
                throw new WrongUseException(path + " cannot be read: give yourself permission (chmod -R u+rX " + path
                        + ") or name another path");
            }
        }
    }

    private ResultDirectory open() {
        try {
            return ResultDirectory.open(out);
        } catch (IOException e) {
            throw new WrongUseException(
                    "--out " + out + ": results cannot be written there (" + e + "): name a directory of your own");
        }
    }
}
