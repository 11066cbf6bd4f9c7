package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export autolab}. */
@Command(
        name = "autolab",
        mixinStandardHelpOptions = true,
        description =
                "Makes autograde-Makefile and autograde.tar for an assessment. Autolab does not tell an autograder when"
                        + " something was handed in: late days are Autolab's to count. Its image needs a JDK, 17 or newer.")
final class ExportAutolabCommand implements Callable<Integer> {

    private static final String NAMES = "[A-Za-z0-9._-]+";

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
    private String problem;

    @Option(
            names = "--handin",
            paramLabel = "NAME",
            description =
                    "The assessment's name for submissions (default: handin.tar, or handin.java if the policy takes no tar).")
    private String handIn;

    @Override
    public Integer call() throws IOException {
        Policy policy = options.policy();
        String called = Optional.ofNullable(problem).orElse(policy.name());
        boolean tar = policy.handIn().forms().contains(HandInRules.Form.TAR);
        String file = Optional.ofNullable(handIn).orElse(tar ? "handin.tar" : "handin.java");
        if (!file.matches(NAMES)) {
            throw new WrongUseException("--handin " + file + ": take letters, digits, dots, dashes and underscores");
        }
        options.packedKit(List.of("--problem", called)).writeForAutolab(file, directory);
        System.out.println(
                "wrote " + directory.resolve("autograde-Makefile") + " and autograde.tar: the assessment needs a"
                        + " problem " + called + ", and " + file + " as the name of submissions");
        return ExitCode.OK;
    }
}
