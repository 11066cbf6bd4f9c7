package kvlab.schedule;

import java.util.Collection;

/**
 * Decides when to stop running schedules of a test. The rule follows the order of seeds, so that the last schedule does
 * not depend on the concurrency. A schedule that hung or crashed its process is always the last, since its code may
 * still occupy a processor.
 *
 * @param failures the number of failed schedules after which to stop, at least one
 * @param atFirstCatch whether one schedule is enough that did not pass, or passed with a remark
 */
public record StopRule(int failures, boolean atFirstCatch) {

    /** All schedules run, however many fail. */
    public static final StopRule RUN_ALL = new StopRule(Integer.MAX_VALUE, false);

    public static final StopRule FIRST_CATCH = new StopRule(1, true);

    public StopRule {
        if (failures < 1) {
            throw new IllegalArgumentException("a test cannot end after " + failures + " failures");
        }
    }

    public static StopRule afterFailures(int failures) {
        return new StopRule(failures, false);
    }

    /** Whether these verdicts end a test, given in the order of their seeds. */
    boolean isMet(Collection<Verdict> verdicts) {
        int failed = 0;
        for (Verdict verdict : verdicts) {
            failed += verdict.isFailure() ? 1 : 0;
            if (endsAt(verdict, failed)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the test ends at the schedule with this verdict.
     *
     * @param failed how many have failed up to this one, itself included
     */
    boolean endsAt(Verdict verdict, int failed) {
        return isTheLastOfItsProcess(verdict)
                || failed >= failures
                || atFirstCatch
                        && !(verdict instanceof Verdict.Passed passed
                                && passed.statistics().remarks().isEmpty());
    }

    private static boolean isTheLastOfItsProcess(Verdict verdict) {
        return verdict instanceof Verdict.TimedOut
                || verdict instanceof Verdict.Crashed
                || verdict instanceof Verdict.Refused;
    }
}
