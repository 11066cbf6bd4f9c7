package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import kvlab.explain.Explanation;
import kvlab.grader.cli.ThisProcess.NotRunException;
import kvlab.grader.difference.Difference;
import kvlab.grader.picture.FailedSchedule;
import kvlab.grader.picture.PictureData;
import kvlab.grader.picture.PicturePage;
import kvlab.grader.picture.PictureText;
import kvlab.record.Event;
import kvlab.reduction.Elements;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.RecordedRun;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab diff}: where two runs part. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Runs a test twice, and says up to where both runs do the same, where they part, and whom that"
                + " reaches; draws both in one HTML file that loads nothing. Without LINEs: the schedule that failed last, on"
                + " the code that failed then (A) and on what is there now (B). With one LINE: that schedule, on these two."
                + " With two: both schedules, on what is there now.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the two runs do the same",
            "1:they part",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0..*", arity = "0..2", paramLabel = "LINE", description = ScheduleName.FORMS)
    private List<String> lines = List.of();

    @Option(
            names = "--before",
            paramLabel = "PATH",
            description = "The former code (default: that of the last ./kvlab test in which a test failed).")
    private Path before;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            defaultValue = "kvlab-diff.html",
            description = "Where the picture of both goes (default: ${DEFAULT-VALUE}).")
    private Path page;

    @Option(
            names = "--code",
            paramLabel = "PATH",
            description = "The present code, as for test (default: the lab's skeleton).")
    private Path code;

    /** One of the two runs. */
    private record Side(String mark, String code, ReplayLine line, RecordedRun run) {
        void print(PrintStream out, TestCase test) {
            out.println(mark + ": " + line.suite() + "/" + line.test() + "/" + line.seed()
                    + (line.reduction().isNone() ? "" : ", made smaller") + ", " + code);
            out.println("   " + ReplayReport.words(test, run.verdict()));
        }

        FailedSchedule drawn() {
            return FailedSchedule.of(run, Explanation.NONE);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (lines.size() == 2 && before != null) {
            throw new WrongUseException(
                    "--before names the code of A, and two lines name two schedules: leave out one");
        }
        new OutputFile("--page", page, PicturePage.BEGINNING).requireNothingIsLost();
        return lines.size() == 2 ? ofSchedules() : ofCode();
    }

    private int ofSchedules() throws IOException {
        ScheduleName one = ScheduleName.of(lines.get(0));
        ScheduleName other = ScheduleName.of(lines.get(1));
        if (!one.test().equals(other.test())) {
            throw new WrongUseException("the lines name different tests, whose runs have nothing in common: name two"
                    + " schedules of one test");
        }
        return ThisProcess.run(out -> {
            LoadedSubmission submission = present(one);
            Side a = run("A", "this code", submission, one.test(), one.on(submission));
            Side b = run("B", "this code", submission, one.test(), other.on(submission));
            return compare(out, one.test(), a, b);
        });
    }

    private int ofCode() throws IOException {
        Optional<LastFailed> failed = before == null ? Optional.of(LastFailed.read()) : Optional.empty();
        if (lines.isEmpty() && failed.isEmpty()) {
            throw new WrongUseException("--before " + before + " needs a LINE: which schedule is compared?");
        }
        ScheduleName name =
                ScheduleName.of(lines.isEmpty() ? failed.orElseThrow().line() : lines.get(0));
        Path former = failed.map(LastFailed::sources).orElse(before);
        String formerly = failed.isPresent() ? "on the code that failed" : "on " + former;
        return ThisProcess.run(out -> {
            LoadedSubmission old = ThisProcess.load(List.of(former), name.suite());
            ReplayLine line = name.on(old);
            Side a = run("A", formerly, old, name.test(), line);
            Side b = run("B", "on the code as it is now", present(name), name.test(), line);
            return compare(out, name.test(), a, b);
        });
    }

    private LoadedSubmission present(ScheduleName schedule) throws IOException, NotRunException {
        return ThisProcess.load(code == null ? List.of() : List.of(code), schedule.suite());
    }

    private static Side run(String mark, String code, LoadedSubmission submission, TestCase test, ReplayLine line) {
        return new Side(mark, code, line, submission.record(test, line.seed(), new Elements(line.reduction())));
    }

    private int compare(PrintStream out, TestCase test, Side a, Side b) throws IOException {
        out.println("TEST " + test.number() + ": " + test.title());
        a.print(out, test);
        b.print(out, test);
        Difference difference = new Difference(a.run().recording(), b.run().recording());
        List<String> told = difference.lines();
        told.forEach(out::println);
        Files.writeString(page, new PicturePage().of(text(test, a, b, told), data(a, b, difference)));
        out.println("picture: " + page);
        return difference.isNone() ? ExitCode.OK : ExitCode.TEST_FAILED;
    }

    private static PictureText text(TestCase test, Side a, Side b, List<String> told) {
        return new PictureText(
                "Test " + test.number() + ": " + test.title(),
                "Two runs",
                "A: " + ReplayReport.words(test, a.run().verdict()) + " B: "
                        + ReplayReport.words(test, b.run().verdict()),
                told,
                "",
                "",
                Optional.empty());
    }

    private static PictureData data(Side a, Side b, Difference difference) {
        return PictureData.of(a.drawn(), b.drawn(), number(difference.partingOfA()), number(difference.partingOfB()));
    }

    private static OptionalInt number(Optional<Event> event) {
        return event.map(found -> OptionalInt.of((int) found.id())).orElse(OptionalInt.empty());
    }
}
