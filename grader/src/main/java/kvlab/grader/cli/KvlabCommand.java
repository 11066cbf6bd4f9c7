package kvlab.grader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kvlab.grader.report.FileTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code kvlab}: all commands, and the messages for their failures. */
@Command(
        name = "kvlab",
        description = "A lab in fault-tolerant key/value storage: run its tests, grade submissions.",
        versionProvider = KvlabCommand.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TestCommand.class,
            ReplayLineCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            GradeCommand.class,
            HelpCommand.class
        })
public final class KvlabCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Executes a command line and returns the exit code. */
    public static int run(String... args) {
        CommandLine commandLine = commandLine();
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            // Not the exit code of an uncaught one, which says that a test failed.
            return explain(e, commandLine.getErr());
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new KvlabCommand());
        if (KitHome.isStudents()) {
            commandLine.addSubcommand(new UpdateCommand());
        } else {
            StaffCommands.addTo(commandLine);
        }
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandSections());
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    /**
     * The output of {@code --version}: the build writes the version of the root {@code pom.xml} into a resource, and the
     * launcher says which Java it chose, and why.
     */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = Version.class.getResourceAsStream("/META-INF/kvlab/version.txt")) {
                String version = "kvlab " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
                String java = System.getProperty("kvlab.java");
                return java == null ? new String[] {version} : new String[] {version, "Java " + java};
            }
        }
    }

    private static int explain(Throwable failure, PrintWriter err) {
        if (failure instanceof WrongUseException || !KitHome.isStudents() && StaffCommands.isWrongUse(failure)) {
            err.println("kvlab: " + failure.getMessage());
            return ExitCode.WRONG_USE;
        }
        if (failure instanceof EnvironmentFailureException) {
            err.println("kvlab: " + failure.getMessage());
            return ExitCode.KIT_FAILED;
        }
        Optional<String> trouble = FileTrouble.inWords(failure);
        if (trouble.isPresent()) {
            err.println("kvlab: " + trouble.get());
            return ExitCode.KIT_FAILED;
        }
        err.println("kvlab itself failed, not the code it was given. Please report this:");
        failure.printStackTrace(err);
        return ExitCode.KIT_FAILED;
    }
}
