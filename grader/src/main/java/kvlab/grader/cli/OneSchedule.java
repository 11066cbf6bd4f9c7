package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import picocli.CommandLine.Parameters;

/** The arguments {@code LINE} and {@code PATH}: one schedule, and the submission that it is run on. */
final class OneSchedule {

    @Parameters(index = "0", paramLabel = "LINE", description = ScheduleName.FORMS)
    private String text;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "The submission, as for test (default: the lab's skeleton).")
    private List<Path> paths = List.of();

    /** What a command does with it. */
    interface Work {
        /**
         * @param out the command's own output; what the submission prints goes elsewhere
         * @return the exit code
         */
        int run(LoadedSubmission submission, TestCase test, ReplayLine line, PrintStream out) throws IOException;
    }

    /** The command that tests the same submission, such as {@code ./kvlab test DIR}. */
    String testCommand() {
        return testCommand(paths);
    }

    /** The command that tests the submission at these paths. */
    static String testCommand(List<Path> paths) {
        return new ReplayCommand(
                        paths.stream().map(Path::toString).toList(), Optional.empty(), List.of(), List.of(), List.of())
                .prefix();
    }

    /** Loads the submission and does the work, or says why not; returns the exit code. */
    int run(Work work) throws IOException {
        ScheduleName schedule = ScheduleName.of(text);
        return ThisProcess.run(out -> {
            LoadedSubmission submission = ThisProcess.load(paths, schedule.suite());
            return work.run(submission, schedule.test(), schedule.on(submission), out);
        });
    }
}
