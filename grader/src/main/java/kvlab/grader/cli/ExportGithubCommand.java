package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export github}. */
@Command(
        name = "github",
        mixinStandardHelpOptions = true,
        description =
                "Writes .github/workflows/kvlab.yml for students' repositories: it grades on every push, with the kit from"
                        + " a repository of its own. Students can change workflows in their repositories, so this tells them where"
                        + " they stand; the grade that counts is made elsewhere.")
final class ExportGithubCommand implements Callable<Integer> {

    @Mixin
    private ExportOptions options;

    @Mixin
    private KitOptions kit;

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
                kit.source(options, policy).githubWorkflow(policy.handIn().branch(), classroom);
        Path file = directory.resolve(".github").resolve("workflows").resolve("kvlab.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, workflow);
        System.out.println("wrote " + file);
        return ExitCode.OK;
    }
}
