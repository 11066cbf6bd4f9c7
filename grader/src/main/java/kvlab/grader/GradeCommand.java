package kvlab.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.UnusablePolicyException;
import kvlab.grader.report.GradeTable;
import kvlab.grader.report.Graded;
import kvlab.grader.report.ResultDirectory;
import kvlab.grader.run.Sandbox;
import picocli.CommandLine.ArgGroup;
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

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "core-lab",
            description = "What is asked, and what it is worth: core-lab, extended-lab, or a policy file of your own"
                    + " (default: ${DEFAULT-VALUE}).")
    private String policyName;

    @Option(
            names = "--schedules",
            paramLabel = "K",
            description = "How many schedules of each test (default: as the policy says).")
    private Integer schedules;

    @ArgGroup
    private Seeding seeding;

    /** Two ways to choose other schedules than students know, of which one must be enough. */
    private static final class Seeding {
        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "The first schedule's seed, for everyone (default: as the policy says).")
        private Long seed;

        @Option(names = "--final", description = "Take the policy's hidden seed.")
        private boolean hidden;
    }

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
        Policy policy = policy();
        int threads = Schedules.parallel(Optional.ofNullable(parallel));
        requireReadable();
        ResultDirectory results = open();
        Sandbox sandbox = Sandbox.best();
        ProgressLine progress = new ProgressLine(System.out, Boolean.getBoolean("kvlab.terminal"));
        List<Graded> finished = new ArrayList<>();
        progress.show("graded 0 of " + paths.size());
        List<Graded> batch = new Batch(policy, threads, sandbox).grade(paths, graded -> {
            results.write(policy, graded);
            finished.add(graded);
            progress.show("graded " + finished.size() + " of " + paths.size());
        });
        progress.clear();
        System.out.print(new GradeTable(policy).render(batch));
        System.out.println(sandbox.inWords());
        System.out.println("details: " + out + "/<submission>.json");
        return batch.stream().allMatch(Graded::isDecided) ? ExitCode.OK : ExitCode.KIT_FAILED;
    }

    /** @throws WrongUseException if there is no such policy, or it is not right, or not with these schedules */
    private Policy policy() {
        Policy policy;
        try {
            policy = new PolicyFiles().read(policyName);
        } catch (UnusablePolicyException e) {
            throw new WrongUseException("the policy is not right:\n" + e.getMessage());
        }
        Policy asked = schedules == null ? policy : policy.withSchedules(schedules);
        Policy seeded = asked.withSeed(seed(policy));
        seeded.tests().forEach(test -> Schedules.of(seeded.seed(), test.schedules()));
        seeded.inexact().ifPresent(reason -> {
            throw new WrongUseException("--schedules " + schedules + ": " + reason);
        });
        return seeded;
    }

    private long seed(Policy policy) {
        if (seeding != null && seeding.hidden) {
            return policy.hiddenSeed()
                    .orElseThrow(() -> new WrongUseException("--final: the policy " + policyName
                            + " has no hidden-seed: add one to a copy of it that students cannot read"));
        }
        return seeding == null ? policy.seed() : seeding.seed;
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
