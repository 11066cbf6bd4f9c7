package kvlab.grader.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.schedule.ScheduleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Override
    public Integer call() throws IOException {
        return schedule.run((submission, test, line, out) -> {
            Elements elements = new Elements(line.reduction());
            ScheduleRun run = submission.run(test, line.seed(), Recording.OFF, elements);
            new ReplayReport(out, line, test, schedule.testCommand()).print(run.verdict(), elements);
            return ReplayReport.exitCode(run.verdict());
        });
    }
}
