package kvlab.junit;

import kvlab.schedule.Verdict;

/**
 * Receives each schedule as it ends. A program that runs lab tests through the JUnit Platform Launcher puts one into the
 * launcher session's store, in {@link #NAMESPACE} under the key {@code ScheduleListener.class}.
 */
@FunctionalInterface
public interface ScheduleListener {

    /** Where in the launcher session's store a listener is looked for. */
    org.junit.platform.engine.support.store.Namespace NAMESPACE =
            org.junit.platform.engine.support.store.Namespace.create("kvlab");

    /**
     * A schedule has ended. Calls come one at a time, from the thread that executes the test. Within a test the order
     * is that in which schedules ended, which need not be that of their seeds.
     *
     * @param test the test's number in its suite
     * @param seed the schedule's seed
     * @param verdict its verdict
     */
    void scheduleEnded(int test, long seed, Verdict verdict);
}
