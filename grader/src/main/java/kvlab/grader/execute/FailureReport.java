package kvlab.grader.execute;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import kvlab.explain.Explainer;
import kvlab.grader.check.Excerpt;
import kvlab.grader.picture.FailedSchedule;
import kvlab.grader.picture.PackedPicture;
import kvlab.postmortem.Postmortem;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.RecordedRun;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/** Reports how a schedule came to its verdict: its story, then its picture. A grade can do without either. */
record FailureReport(LoadedSubmission submission, TestCase test, long seed, Consumer<Report> reports) {

    private static final int MAX_STORY_LENGTH = 6_000;

    /** Characters; a longer line would be split by the parent. */
    private static final int PIECE_LENGTH = 100_000;

    /** @param stopped whether the schedule hung or crashed */
    void send(boolean stopped) {
        if (stopped) {
            sendStopped();
        } else if (submission.run(test, seed, Recording.OFF) instanceof Verdict.Failed failed) {
            sendFailed(failed);
        }
    }

    private void sendFailed(Verdict.Failed failed) {
        try {
            Postmortem found = Postmortem.of(submission, test, seed, failed);
            reports.accept(new Report.Explained(test.number(), seed, Excerpt.of(found.text(), MAX_STORY_LENGTH)));
            sendPicture(FailedSchedule.of(found));
        } catch (Postmortem.NotExplained e) {
            // The verdict stands.
        }
    }

    private void sendStopped() {
        RecordedRun run = submission.record(test, seed, Elements.all());
        if (run.verdict().isStop()) {
            // Where it was stopped depends on real time, so it is not told in the result.
            sendPicture(FailedSchedule.of(run, Explainer.untilStopped(run.recording())));
        }
    }

    private void sendPicture(FailedSchedule schedule) {
        Optional<PackedPicture> picture = PackedPicture.of(schedule);
        if (picture.isEmpty()) {
            reports.accept(new Report.PictureTooLarge(test.number(), seed));
            return;
        }
        String data = Base64.getEncoder().encodeToString(picture.get().bytes());
        for (int begin = 0; begin < data.length(); begin += PIECE_LENGTH) {
            String piece = data.substring(begin, Math.min(data.length(), begin + PIECE_LENGTH));
            reports.accept(new Report.PicturePiece(test.number(), seed, piece));
        }
    }
}
