package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kvlab.grader.policy.yaml.PolicyFiles;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import kvlab.grader.report.PolicySummary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvlab policy}: checks and describes policy files. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Policy files say what an assignment is worth and which rules hold.")
final class PolicyCommand implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what policies mean, or all that is wrong with them, with file, line and key.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all of them are right",
                "2:something is wrong with one of them",
                "3:the kit itself failed"
            })
    int check(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "A policy file, or the name of one that comes with the kit.")
                    List<String> files) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PolicyFiles policies = KitHome.policies();
        int exitCode = ExitCode.OK;
        for (String file : files) {
            try {
                PolicySummary summary = new PolicySummary(policies.read(file));
                out.println(file + " is right:");
                summary.lines().forEach(line -> out.println("  " + line));
            } catch (UnusablePolicyException | IOException e) {
                err.println(e.getMessage());
                exitCode = ExitCode.WRONG_USE;
            }
        }
        return exitCode;
    }
}
