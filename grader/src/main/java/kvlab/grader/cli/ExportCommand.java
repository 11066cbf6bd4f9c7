package kvlab.grader.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** {@code kvlab export}: what other systems need to grade with this kit, each system a subcommand. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SYSTEM",
        description = "Writes what another system needs to grade with this kit.",
        subcommands = {
            ExportGradescopeCommand.class,
            ExportAutolabCommand.class,
            ExportGithubCommand.class,
            ExportClassroom50Command.class,
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
}
