package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvlab export}: packages the kit for other systems, one subcommand per system. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SYSTEM",
        description = "Writes what another system needs to grade with this kit.",
        subcommands = {
            ExportCommand.Gradescope.class,
            ExportCommand.Autolab.class,
            ExportCommand.Github.class,
            ExportCommand.Classroom50.class,
            ExportSlurmCommand.class
        })
final class ExportCommand implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say for which system: " + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(
            name = "gradescope",
            mixinStandardHelpOptions = true,
            description =
                    "Makes the zip that is uploaded as a programming assignment's autograder. Gradescope's due date, and"
                            + " whatever extension a student has, takes the place of the policy's, if the policy says what being late"
                            + " costs; otherwise nothing is late, and Gradescope decides what it still takes. Set the assignment's"
                            + " points to the policy's full marks.")
    static final class Gradescope implements Callable<Integer> {

        @Mixin
        private ExportOptions options;

        @Option(
                names = "--into",
                paramLabel = "FILE",
                defaultValue = "gradescope.zip",
                description = "The zip to write (default: ${DEFAULT-VALUE}).")
        private Path zip;

        @Option(
                names = "--hidden-for-staff",
                description =
                        "Send tests that students may not see, so that staff sees them there. Gradescope then hides the score"
                                + " from students too. Without it those tests count, but are not listed.")
        private boolean hiddenForStaff;

        @Override
        public Integer call() throws IOException {
            options.policy();
            List<String> more = hiddenForStaff ? List.of("--hidden-for-staff") : List.of();
            options.packedKit(more).writeForGradescope(zip);
            System.out.println("wrote " + zip + ": upload it as the autograder of the assignment");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "autolab",
            mixinStandardHelpOptions = true,
            description =
                    "Makes autograde-Makefile and autograde.tar for an assessment. Autolab does not tell an autograder when"
                            + " something was handed in: late days are Autolab's to count. Its image needs a JDK, 17 or newer.")
    static final class Autolab implements Callable<Integer> {

        @Mixin
        private ExportOptions options;

        @Option(
                names = "--into",
                paramLabel = "DIR",
                defaultValue = "autolab",
                description = "The directory to write to (default: ${DEFAULT-VALUE}).")
        private Path directory;

        @Option(
                names = "--problem",
                paramLabel = "NAME",
                description = "The assessment's problem that gets the score (default: the policy's name).")
        private Optional<String> problem;

        @Option(
                names = "--handin",
                paramLabel = "NAME",
                description =
                        "The assessment's name for submissions (default: handin.tar, or handin.java if the policy takes no tar).")
        private Optional<String> handIn;

        @Override
        public Integer call() throws IOException {
            Policy policy = options.policy();
            String called = problem.orElse(policy.name());
            boolean tar = policy.handIn().forms().contains(HandInRules.Form.TAR);
            String file = handIn.orElse(tar ? "handin.tar" : "handin.java");
            if (!file.matches("[A-Za-z0-9._-]+")) {
                throw new WrongUseException(
                        "--handin " + file + ": take letters, digits, dots, dashes and underscores");
            }
            options.packedKit(List.of("--problem", called)).writeForAutolab(file, directory);
            System.out.println(
                    "wrote " + directory.resolve("autograde-Makefile") + " and autograde.tar: the assessment needs a"
                            + " problem " + called + ", and " + file + " as the name of submissions");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "github",
            mixinStandardHelpOptions = true,
            description =
                    "Writes .github/workflows/kvlab.yml for students' repositories: it grades on every push, with the kit from"
                            + " a repository of its own. Students can change workflows in their repositories, so this tells them where"
                            + " they stand; the grade that counts is made elsewhere.")
    static final class Github implements Callable<Integer> {

        @Mixin
        private KitOptions options;

        @Option(
                names = "--into",
                paramLabel = "DIR",
                defaultValue = ".",
                description = "The repository to write it to (default: here).")
        private Path directory;

        @Option(
                names = "--github-classroom",
                description =
                        "Give the score to GitHub Classroom's reporter as well, for those who still use it: GitHub closed"
                                + " GitHub Classroom in August 2026. Scores are whole numbers there: points times the policy's scale.")
        private boolean classroom;

        @Override
        public Integer call() throws IOException {
            Policy policy = options.policy();
            String workflow =
                    options.source(policy).githubWorkflow(policy.handIn().branch(), classroom);
            Path file = directory.resolve(".github").resolve("workflows").resolve("kvlab.yml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, workflow);
            System.out.println("wrote " + file);
            return ExitCode.OK;
        }
    }

    @Command(
            name = "classroom50",
            mixinStandardHelpOptions = true,
            description =
                    "Writes autograder.py for an assignment in Classroom 50, which runs it on GitHub for what students push: it"
                            + " grades with the kit from a repository of its own. Scores are whole numbers there: points times the"
                            + " policy's scale, and the highest has the extra credit in it. A submission that the kit cannot decide"
                            + " gets no score, and Classroom 50 shows an error.")
    static final class Classroom50 implements Callable<Integer> {

        private static final String ANY_BRANCH = "submission";

        @Mixin
        private KitOptions options;

        @Option(
                names = "--into",
                paramLabel = "DIR",
                defaultValue = "classroom50",
                description = "The directory to write it to (default: ${DEFAULT-VALUE}).")
        private Path directory;

        @Override
        public Integer call() throws IOException {
            Policy policy = options.policy();
            String branch = policy.handIn().branch().orElse(ANY_BRANCH);
            String script = options.source(policy).classroom50Script(branch);
            Path file = directory.resolve("autograder.py");
            Files.createDirectories(directory);
            Files.writeString(file, script);
            System.out.println(
                    "wrote " + file + ": put it into CLASSROOM/autograders/ASSIGNMENT of your repository classroom50,"
                            + " and give the assignment the runtime {\"java\": \"17\"}");
            return ExitCode.OK;
        }
    }
}
