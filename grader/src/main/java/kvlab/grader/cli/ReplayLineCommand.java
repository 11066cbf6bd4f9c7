package kvlab.grader.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.shrink.Budget;
import kvlab.shrink.Shrinker;
import kvlab.shrink.Shrunk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab replay}: runs exactly the schedule of a replay line, of which something may have been taken away. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Runs one schedule again, on the submission at PATH: exactly what a replay line names. If the code has"
                        + " changed so that the schedule takes another course, says what no longer occurs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schedule passed",
            "1:the schedule failed",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class ReplayLineCommand implements Callable<Integer> {

    @Mixin
    private OneSchedule schedule;

    @Option(
            names = "--shrink",
            description = "If the schedule fails, make it smaller while it fails in the same way, and print its line.")
    private boolean shrink;

    @Override
    public Integer call() throws IOException {
        return schedule.run((submission, test, line, out) -> {
            ReplayReport report = new ReplayReport(out, line, test, schedule.testCommand());
            int exitCode = report.replay(submission);
            if (shrink && exitCode == ExitCode.TEST_FAILED) {
                Optional<Shrunk> shrunk =
                        new Shrinker(submission, test, line.seed(), Budget.of(test)).shrink(line.reduction());
                report.print(shrunk);
            }
            return exitCode;
        });
    }
}
