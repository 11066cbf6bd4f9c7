package kvlab.grader.execute;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.Excerpt;
import kvlab.grader.execute.sandbox.ConfinedJvm;
import kvlab.schedule.Verdict;

/**
 * Records a child's report and validates its order. A verdict of a test that is not running, of a seed outside the job,
 * or a second one of the same seed invalidates the report.
 */
final class SessionLog {

    /** The way in which a child process ended. */
    sealed interface End {}

    record Exited(int code) implements End {}

    /** It was killed after {@link ExecutionLimits#silence} without a report. */
    record FellSilent() implements End {}

    /** It was killed because the submission's time limit was reached. */
    record RanOutOfTime() implements End {}

    private enum Phase {
        STARTING,
        RUNNING,
        OVER
    }

    private static final int LAST_WORDS = 4_096;
    private static final int MAX_SHOWN_LENGTH = 400;
    private static final String SILENT = "silent";

    private static final Diagnostic REPORTS_LOST = Diagnostic.of("run.reports-lost");

    private final Child.Job job;
    private final ExecutionLimits limits;
    private final SortedMap<Integer, SortedMap<Long, Verdict>> finished = new TreeMap<>();

    private Phase phase = Phase.STARTING;
    private OptionalInt current = OptionalInt.empty();
    private SortedMap<Long, Verdict> verdicts = new TreeMap<>();
    private Session.Ending ending;
    private Optional<Report.Explained> explained = Optional.empty();
    private Optional<ReceivedPicture> picture = Optional.empty();
    private long strayBytes;
    private String lastWords = "";

    SessionLog(Child.Job job, ExecutionLimits limits) {
        this.job = job;
        this.limits = limits;
    }

    /** Whether the child can be killed. */
    boolean isOver() {
        return phase == Phase.OVER;
    }

    void accept(Report report) {
        if (isOver()) {
            return;
        }
        if (isInTurn(report)) {
            take(report);
        } else if (strayBytes > 0) {
            stop(REPORTS_LOST);
        } else {
            String shown = Excerpt.of(report.toString(), MAX_SHOWN_LENGTH);
            end(broken(Diagnostic.of("run.report-out-of-turn").with("report", shown), ""));
        }
    }

    /** Records a line that is not a report: output of the submission or of the JVM. */
    void unreported(String line) {
        strayBytes += phase == Phase.RUNNING ? line.getBytes(StandardCharsets.UTF_8).length : 0;
        String words = line.isEmpty() ? lastWords : lastWords + line + "\n";
        lastWords = words.substring(Math.max(0, words.length() - LAST_WORDS));
        if (strayBytes > limits.outputBytes() && !isOver()) {
            stop(Diagnostic.of("run.too-much-output").with("kibibytes", limits.outputBytes() / 1024));
        }
    }

    /** Returns the session after the child process has ended. */
    Session close(End end) {
        if (!isOver()) {
            end(endingOf(end));
        }
        return new Session(finished, ending, explained, picture.map(ReceivedPicture::end));
    }

    private boolean isInTurn(Report report) {
        if (report instanceof Report.Running) {
            return phase == Phase.STARTING;
        } else if (report instanceof Report.TestStarted started) {
            return phase == Phase.RUNNING && current.isEmpty() && isLeft(started.test());
        } else if (report instanceof Report.ScheduleEnded ended) {
            return isCurrent(ended.test()) && job.seeds().contains(ended.seed()) && !verdicts.containsKey(ended.seed());
        } else if (report instanceof Report.TestEnded ended) {
            return isCurrent(ended.test());
        } else if (report instanceof Report.Explained told) {
            return explained.isEmpty() && isExplained(told.test(), told.seed());
        } else if (report instanceof Report.PicturePiece piece) {
            return isDrawn(piece.test(), piece.seed());
        } else if (report instanceof Report.PictureTooLarge sent) {
            return isDrawn(sent.test(), sent.seed());
        } else if (report instanceof Report.Done) {
            return allFinished();
        }
        return true;
    }

    private void take(Report report) {
        if (report instanceof Report.Running) {
            phase = Phase.RUNNING;
        } else if (report instanceof Report.TestStarted started) {
            current = OptionalInt.of(started.test());
        } else if (report instanceof Report.ScheduleEnded ended) {
            verdicts.put(ended.seed(), ended.verdict());
        } else if (report instanceof Report.TestEnded ended) {
            testEnded(ended.test());
        } else if (report instanceof Report.Explained told) {
            explained = Optional.of(told);
        } else if (report instanceof Report.PicturePiece piece) {
            pictureOf(piece.test(), piece.seed()).add(piece.base64());
        } else if (report instanceof Report.PictureTooLarge sent) {
            pictureOf(sent.test(), sent.seed()).tooLarge();
        } else if (report instanceof Report.Done) {
            end(new Session.Completed());
        } else if (report instanceof Report.KitFailed failed) {
            end(new Session.Broken(phase == Phase.RUNNING, failed.error()));
        }
    }

    private void testEnded(int test) {
        current = OptionalInt.empty();
        // The process may be unable to judge further tests.
        Optional<Verdict> damage =
                verdicts.values().stream().filter(Verdict::isStop).findFirst();
        if (damage.isPresent()) {
            end(new Session.Stopped(test, verdicts, damage.get()));
        } else if (job.seeds().areSettledBy(verdicts)) {
            finished.put(test, verdicts);
            verdicts = new TreeMap<>();
        } else if (strayBytes > 0) {
            current = OptionalInt.of(test);
            stop(REPORTS_LOST);
        } else {
            Diagnostic ended = Diagnostic.of("run.test-ended-early")
                    .with("test", test)
                    .with("seen", verdicts.size())
                    .with("schedules", job.seeds().count());
            end(broken(ended, ""));
        }
    }

    private Session.Broken broken(Diagnostic what, String detail) {
        return new Session.Broken(phase == Phase.RUNNING, new Verdict.InfrastructureError(what, detail));
    }

    private void stop(Diagnostic why) {
        end(
                isNothingLeft()
                        ? new Session.Completed()
                        : new Session.Stopped(currentOrNext(), verdicts, new Verdict.Crashed(why, "")));
    }

    private int currentOrNext() {
        return current.orElseGet(() ->
                job.suite().numbers().stream().filter(this::isLeft).findFirst().orElseThrow());
    }

    private Session.Ending endingOf(End end) {
        if (phase == Phase.RUNNING) {
            return isNothingLeft()
                    ? new Session.Completed()
                    : new Session.Stopped(currentOrNext(), verdicts, causeOf(end));
        }
        return broken(described("run.did-not-begin", end), lastWords);
    }

    private Verdict causeOf(End end) {
        if (end instanceof Exited) {
            return new Verdict.Crashed(described("run.process-ended", end), "");
        }
        return new Verdict.TimedOut(described("run.stopped", end), "");
    }

    /** Whether a verdict is that of a process that fell silent. */
    static boolean isSilence(Verdict verdict) {
        return verdict instanceof Verdict.TimedOut late
                && !late.diagnostic().argument(SILENT).isEmpty();
    }

    /** The diagnostic with an argument for how the process ended. */
    private Diagnostic described(String code, End end) {
        Diagnostic diagnostic = Diagnostic.of(code);
        if (end instanceof Exited exited) {
            return exited.code() == ConfinedJvm.OUT_OF_MEMORY
                    ? diagnostic.with("heap", limits.heapMegabytes())
                    : diagnostic.with("exit", exited.code());
        }
        return end instanceof FellSilent
                ? diagnostic.with(SILENT, limits.silence().toSeconds())
                : diagnostic.with("time", SubmissionRunner.inWords(limits.submission()));
    }

    private boolean isNothingLeft() {
        return job.suite().numbers().stream().noneMatch(this::isLeft);
    }

    private boolean allFinished() {
        return finished.keySet().containsAll(job.suite().numbers());
    }

    /** Whether it is time to explain a schedule, and it has failed, here or in an earlier process. */
    private boolean isExplained(int test, long seed) {
        return job.explains() && allFinished() && (isFailedBefore(test, seed) || isFailedHere(test, seed));
    }

    private boolean isDrawn(int test, long seed) {
        return isExplained(test, seed)
                && picture.map(known -> known.isOf(test, seed)).orElse(true);
    }

    private ReceivedPicture pictureOf(int test, long seed) {
        picture = picture.or(() -> Optional.of(new ReceivedPicture(test, seed)));
        return picture.get();
    }

    private boolean isFailedBefore(int test, long seed) {
        return job.failed().filter(schedule -> schedule.is(test, seed)).isPresent();
    }

    private boolean isFailedHere(int test, long seed) {
        return finished.containsKey(test) && finished.get(test).get(seed) instanceof Verdict.Failed;
    }

    private boolean isLeft(int test) {
        return job.suite().numbers().contains(test) && !finished.containsKey(test);
    }

    private boolean isCurrent(int test) {
        return current.isPresent() && current.getAsInt() == test;
    }

    private void end(Session.Ending how) {
        phase = Phase.OVER;
        ending = how;
    }
}
