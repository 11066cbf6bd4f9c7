package kvlab.schedule;

import static kvlab.diagnostic.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

class SeedsTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("wrong value"), "");
    private static final Verdict HUNG = new Verdict.TimedOut(saying("stands still"), "");
    private static final Verdict UNDECIDED = new Verdict.Undecided(saying("too long"), "");
    private static final Verdict REMARKED = new Verdict.Passed(
            new Statistics(1, 5, 1, 1, List.of(Diagnostic.of("remark.no-pause").with("requests", 9))));

    @Test
    void allAreWantedThatAreNotStoppedByAHang() {
        Seeds seeds = new Seeds(7, 4);
        assertFalse(seeds.areSettledBy(from(FAILED, PASSED, FAILED)));
        assertTrue(seeds.areSettledBy(from(FAILED, PASSED, FAILED, UNDECIDED)));
        assertTrue(seeds.areSettledBy(from(FAILED, HUNG)));
        assertEquals(Set.of(7L, 8L), seeds.counted(from(FAILED, HUNG, FAILED)).keySet());
    }

    @Test
    void afterEnoughFailuresNoHigherSeedCounts() {
        Seeds seeds = new Seeds(7, 6).until(StopRule.afterFailures(2));
        SortedMap<Long, Verdict> verdicts = from(FAILED, UNDECIDED, FAILED, FAILED);
        assertTrue(seeds.areSettledBy(verdicts));
        assertEquals(Set.of(7L, 8L, 9L), seeds.counted(verdicts).keySet());
        verdicts.remove(8L);
        assertFalse(seeds.areSettledBy(verdicts), "a lower seed may still decide otherwise");
    }

    @Test
    void theFirstCatchIsWhateverDoesNotPassInSilence() {
        Seeds seeds = new Seeds(7, 6).until(StopRule.FIRST_CATCH);
        for (Verdict caught : List.of(FAILED, UNDECIDED, HUNG, REMARKED)) {
            assertTrue(seeds.areSettledBy(from(PASSED, caught)), caught.toString());
        }
        assertFalse(seeds.areSettledBy(from(PASSED, PASSED)));
    }

    @Test
    void aRuleThatStopsBeforeItBeginsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StopRule.afterFailures(0));
        assertThrows(IllegalArgumentException.class, () -> new Seeds(1, 0));
    }

    private static SortedMap<Long, Verdict> from(Verdict... verdicts) {
        SortedMap<Long, Verdict> bySeed = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            bySeed.put(7L + bySeed.size(), verdict);
        }
        return bySeed;
    }
}
