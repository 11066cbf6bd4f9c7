package kvlab.junit;

import java.util.List;
import java.util.regex.Pattern;
import kvlab.schedule.Ended;
import kvlab.schedule.ReplayLine;

/**
 * At least one schedule of a lab test did not pass. The message is that of the first such schedule, in the order of
 * seeds, with its story.
 */
public final class SchedulesFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    private static final Pattern FRAME = Pattern.compile("(?m)^at ([^ ]+)\\.([^ .]+) \\(([^ :]+):(\\d{1,9})\\)$");

    private final transient Outcome outcome;

    SchedulesFailed(Outcome outcome) {
        super(outcome.first().verdict().message() + (outcome.story().isEmpty() ? "" : "\n" + outcome.story()));
        this.outcome = outcome;
        setStackTrace(ownFrames(outcome.first().verdict().detail()));
    }

    /** The submission's frames, for an IDE to link; the harness's would only hide them. */
    private static StackTraceElement[] ownFrames(String detail) {
        return FRAME.matcher(detail)
                .results()
                .map(frame -> new StackTraceElement(
                        frame.group(1), frame.group(2), frame.group(3), Integer.parseInt(frame.group(4))))
                .toArray(StackTraceElement[]::new);
    }

    /** The result of the test's schedules. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The result of a test that did not pass.
     *
     * @param schedules how many schedules were to run
     * @param notPassed those that ended otherwise than passed, at least one, in the order of seeds
     * @param line names the first of them
     * @param replay the command that runs the first of them again
     * @param story how the first of them came to its verdict, in lines; possibly empty
     */
    public record Outcome(int schedules, List<Ended> notPassed, ReplayLine line, String replay, String story) {
        public Outcome {
            notPassed = List.copyOf(notPassed);
        }

        /** The first schedule that did not pass. */
        public Ended first() {
            return notPassed.get(0);
        }
    }
}
