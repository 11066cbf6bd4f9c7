package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export classroom50}. */
@Command(
        name = "classroom50",
        mixinStandardHelpOptions = true,
        description =
                "Writes autograder.py for an assignment in Classroom 50, which runs it on GitHub for what students push: it"
                        + " grades with the kit from a repository of its own. Scores are whole numbers there: points times the"
                        + " policy's scale, and the highest has the extra credit in it. A submission that the kit cannot decide"
                        + " gets no score, and Classroom 50 shows an error.")
final class ExportClassroom50Command implements Callable<Integer> {

    private static final String ANY_BRANCH = "submission";

    @Mixin
    private ExportOptions options;

    @Mixin
    private KitOptions kit;

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
        String script = kit.source(options, policy).classroom50Script(branch);
        Path file = directory.resolve("autograder.py");
        Files.createDirectories(directory);
        Files.writeString(file, script);
        System.out.println(
                "wrote " + file + ": put it into CLASSROOM/autograders/ASSIGNMENT of your repository classroom50,"
                        + " and give the assignment the runtime {\"java\": \"17\"}");
        return ExitCode.OK;
    }
}
