package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.explain.Explainer;
import kvlab.explain.Explanation;
import kvlab.grader.picture.FailedSchedule;
import kvlab.grader.picture.PictureData;
import kvlab.grader.picture.PicturePage;
import kvlab.grader.picture.PictureText;
import kvlab.grader.trace.Format;
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

/** {@code kvlab explain}: tells how a schedule came to its verdict, and draws it as a page for a browser. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explains a failed schedule: makes it smaller while it fails in the same way, tells what happened and what"
                        + " went wrong, and draws it: servers, clients, messages and faults over time, with what each"
                        + " server holds, in one HTML file that loads nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schedule passed",
            "1:the schedule failed",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private OneSchedule schedule;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            defaultValue = "kvlab-picture.html",
            description = "Where the picture goes (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(names = "--whole", description = "Take the schedule as the line names it, without making it smaller.")
    private boolean whole;

    @Option(
            names = "--export",
            paramLabel = "FORMAT=FILE",
            description = "Write the record for another tool, too: perfetto=FILE (ui.perfetto.dev), shiviz=FILE, or"
                    + " jepsen=FILE (the clients' calls only). May be repeated.")
    private Map<Format, Path> exports = new EnumMap<>(Format.class);

    @Override
    public Integer call() throws IOException {
        new OutputFile("--page", file, PicturePage.BEGINNING).requireNothingIsLost();
        for (Map.Entry<Format, Path> export : exports.entrySet()) {
            new OutputFile("--export", export.getValue(), export.getKey().beginning()).requireNothingIsLost();
        }
        return schedule.run(this::explain);
    }

    private int explain(LoadedSubmission submission, TestCase test, ReplayLine line, PrintStream out)
            throws IOException {
        Elements elements = new Elements(line.reduction());
        RecordedRun run = submission.record(test, line.seed(), elements);
        ReplayReport report = new ReplayReport(out, line, test, schedule.testCommand());
        report.print(run.verdict(), elements);
        Optional<Postmortem> found = postmortem(submission, test, line, run.verdict());
        found.ifPresent(postmortem ->
                postmortem.text(schedule.testCommand()).lines().forEach(text -> out.println("  " + text)));
        // What stopped the schedule once is not tried again on smaller ones.
        Explanation stopped = run.verdict().isStop() ? Explainer.untilStopped(run.recording()) : Explanation.NONE;
        stopped.text().lines().forEach(text -> out.println("  " + text));
        ReplayLine drawn = found.map(Postmortem::line).orElse(line);
        FailedSchedule shown = found.map(FailedSchedule::of).orElseGet(() -> FailedSchedule.of(run, stopped));
        Verdict verdict = found.map(Postmortem::run).orElse(run).verdict();
        Files.writeString(file, new PicturePage().of(text(test, drawn, verdict), PictureData.of(shown)));
        out.println("  picture: " + file);
        for (Map.Entry<Format, Path> export : exports.entrySet()) {
            Files.writeString(export.getValue(), export.getKey().of(shown.recording(), shown.history()));
            out.println("  " + export.getKey().name().toLowerCase(Locale.ROOT) + ": " + export.getValue());
        }
        return ReplayReport.exitCode(run.verdict());
    }

    private Optional<Postmortem> postmortem(
            LoadedSubmission submission, TestCase test, ReplayLine line, Verdict verdict) {
        if (!(verdict instanceof Verdict.Failed failed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    whole
                            ? Postmortem.ofWhole(submission, test, line, failed)
                            : Postmortem.of(submission, test, line, failed));
        } catch (Postmortem.NotExplained e) {
            System.err.println("kvlab: " + e.getMessage());
            return Optional.empty();
        }
    }

    private PictureText text(TestCase test, ReplayLine line, Verdict verdict) {
        return new PictureText(
                "Test " + test.number() + ": " + test.title(),
                verdict.getClass().getSimpleName(),
                verdict.message(),
                verdict.detail().lines().toList(),
                "The same schedule again",
                line.command(schedule.testCommand()),
                KitHome.handoutFrom(file));
    }
}
