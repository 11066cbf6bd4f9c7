package kvlab.shrink;

import java.util.List;
import kvlab.reduction.Element;
import kvlab.reduction.Reduction;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.ScheduleRun;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/**
 * A failed schedule, and a smaller one that fails in the same way.
 *
 * @param reduction what is left
 * @param before the run of the schedule as it was given
 * @param after a run of what is left, which failed in the same way
 * @param schedules how many schedules were run
 * @param decisive the faults that are left and without any one of which the schedule passes, as was tried
 */
public record Shrunk(
        Reduction reduction, ScheduleRun before, ScheduleRun after, int schedules, List<Element> decisive) {
    public Shrunk {
        decisive = List.copyOf(decisive);
    }

    /** The line that replays it. */
    public ReplayLine line(TestCase test, long seed) {
        return ReplayLine.of(test, seed, reduction, findingCode(after.verdict()));
    }

    /** One byte that is the same for verdicts that are failures of the same kind, and mostly another for others. */
    public static int findingCode(Verdict verdict) {
        return Finding.of(verdict).code8();
    }
}
