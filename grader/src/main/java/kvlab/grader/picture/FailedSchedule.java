package kvlab.grader.picture;

import kvlab.explain.Explanation;
import kvlab.history.History;
import kvlab.postmortem.Postmortem;
import kvlab.record.Recording;
import kvlab.schedule.RecordedRun;

/**
 * A schedule to draw.
 *
 * @param recording the events of the schedule; of one that hangs, those until then
 * @param history the calls of its clients
 * @param explanation its story, possibly without lines
 * @param smaller whether it was made smaller, so that another one failed first
 */
public record FailedSchedule(Recording recording, History history, Explanation explanation, boolean smaller) {
    /** What was found out about a failure. */
    public static FailedSchedule of(Postmortem found) {
        return new FailedSchedule(
                found.run().recording(),
                found.run().history(),
                found.explanation(),
                found.shrunk().isPresent());
    }

    /** A schedule as it was run. */
    public static FailedSchedule of(RecordedRun run, Explanation explanation) {
        return new FailedSchedule(run.recording(), run.history(), explanation, false);
    }

    /** The last event that its story tells, or -1. */
    long lastTold() {
        return explanation.story().stream()
                .mapToLong(line -> line.event().id())
                .max()
                .orElse(-1);
    }
}
