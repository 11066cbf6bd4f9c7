package kvlab.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedRunsTest {

    private static final BigDecimal WORTH = new BigDecimal("10");

    @Test
    void noMoreFailuresAreSeenThanTellSomething() {
        assertEquals(5, new RepeatedRuns.AllMustPass().enoughFailures(100));
        assertEquals(3, new RepeatedRuns.AllMustPass().enoughFailures(3));
        assertEquals(21, minimumRate("80").enoughFailures(100));
        assertEquals(5, minimumRate("99").enoughFailures(100));
        assertEquals(99, new RepeatedRuns.Proportional().enoughFailures(99));
    }

    @Test
    void theSchedulesAfterEnoughFailuresCouldEarnNothing() {
        List<RepeatedRuns> rules = List.of(
                new RepeatedRuns.AllMustPass(),
                new RepeatedRuns.Proportional(),
                minimumRate("1"),
                minimumRate("66.6"),
                minimumRate("100"));
        for (RepeatedRuns rule : rules) {
            for (int schedules : new int[] {1, 2, 3, 7, 100, 1000}) {
                int enough = rule.enoughFailures(schedules);
                assertTrue(enough >= 1 && enough <= schedules, rule + " of " + schedules);
                assertEquals(
                        0, rule.earned(WORTH, schedules - enough, schedules).signum(), rule + " of " + schedules);
            }
        }
    }

    private static RepeatedRuns minimumRate(String percent) {
        return new RepeatedRuns.MinimumRate(new Percent(new BigDecimal(percent)));
    }
}
