package kvlab.grader.cli;

import java.util.List;
import kvlab.grader.corpus.MalformedEntryException;
import kvlab.grader.export.gradebook.UnusableGradebookException;
import picocli.CommandLine;

/** The commands for teaching staff, with what they need. A student's kit lacks these classes. */
final class StaffCommands {

    private static final List<Class<?>> ALL = List.of(
            IntakeCommand.class,
            ReportCommand.class,
            PolicyCommand.class,
            KitCommand.class,
            ExportCommand.class,
            AutogradeCommand.class,
            SimilarityCommand.class,
            CorpusCommand.class,
            BenchCommand.class);

    private StaffCommands() {}

    static void addTo(CommandLine commandLine) {
        ALL.forEach(commandLine::addSubcommand);
    }

    /** Whether a command ended so because of what it was given. */
    static boolean isWrongUse(Throwable failure) {
        return failure instanceof MalformedEntryException || failure instanceof UnusableGradebookException;
    }
}
