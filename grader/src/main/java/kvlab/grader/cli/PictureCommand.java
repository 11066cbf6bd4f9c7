package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.explain.Explainer;
import kvlab.explain.Explanation;
import kvlab.explain.Failure;
import kvlab.grader.picture.FailedSchedule;
import kvlab.grader.picture.PicturePage;
import kvlab.postmortem.Postmortem;
import kvlab.reduction.Elements;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.RecordedRun;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab picture}: draws a schedule, as a page for a browser. */
@Command(
        name = "picture",
        mixinStandardHelpOptions = true,
        description =
                "Draws one schedule: servers, clients, messages and faults over time, with what each server holds, in"
                        + " one HTML file that loads nothing. A failed schedule is made smaller before, if that is possible, and"
                        + " opens where it went wrong.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the picture is there",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class PictureCommand implements Callable<Integer> {

    @Mixin
    private OneSchedule schedule;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "kvlab-picture.html",
            description = "Where the page goes (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(names = "--whole", description = "Draw the schedule as the line names it, without making it smaller.")
    private boolean whole;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new WrongUseException("--out " + file + " is a directory: name a file");
        }
        return schedule.run(this::draw);
    }

    private int draw(LoadedSubmission submission, TestCase test, ReplayLine line, PrintStream out) throws IOException {
        RecordedRun run = submission.record(test, line.seed(), new Elements(line.reduction()));
        Optional<Postmortem> smaller = smaller(submission, test, line, run.verdict());
        FailedSchedule shown = smaller.map(found -> shown(test, found.line(), found.run(), found.explanation()))
                .orElseGet(() -> shown(test, line, run, explain(run)));
        Files.writeString(file, new PicturePage().of(shown));
        out.println(shown.title() + ": " + shown.verdict()
                + (smaller.flatMap(Postmortem::shrunk).isPresent()
                        ? ", made smaller to " + shown.recording().events().size() + " events"
                        : ", " + shown.recording().events().size() + " events"));
        out.println("picture: " + file);
        return ExitCode.OK;
    }

    private Optional<Postmortem> smaller(LoadedSubmission submission, TestCase test, ReplayLine line, Verdict verdict) {
        if (whole || !line.reduction().isNone() || !(verdict instanceof Verdict.Failed failed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Postmortem.of(submission, test, line.seed(), failed));
        } catch (Postmortem.NotExplained e) {
            System.err.println("kvlab: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Explanation explain(RecordedRun run) {
        return run.verdict() instanceof Verdict.Passed
                ? new Explanation(Optional.empty(), Optional.empty(), List.of())
                : Explainer.explain(new Failure(run.verdict().diagnostic(), run.recording(), run.history()));
    }

    private FailedSchedule shown(TestCase test, ReplayLine line, RecordedRun run, Explanation explanation) {
        return new FailedSchedule(
                "Test " + test.number() + ": " + test.title(),
                line.command(schedule.testCommand()),
                run.verdict().getClass().getSimpleName(),
                run.verdict().diagnostic(),
                run.verdict().detail(),
                run.recording(),
                run.history(),
                explanation);
    }
}
