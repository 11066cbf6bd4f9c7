package kvlab.schedule;

import static kvlab.diagnostic.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final int COUNT = 60;

    @Test
    void theSameOnesFailHoweverManyRunAtTheSameTime() {
        for (long draw = 0; draw < 200; draw++) {
            List<Verdict> verdicts = verdicts(draw);
            int enough = 1 + (int) (draw % 7);
            List<Ended> expected = failuresInOrder(verdicts, enough);
            for (int parallel : new int[] {1, 2, 5}) {
                assertEquals(
                        expected,
                        notPassed(new Schedules(until(enough), seed -> verdicts.get((int) seed - 1))
                                .run(parallel, ended -> {})),
                        "draw " + draw + ", " + parallel + " at the same time");
            }
        }
    }

    @Test
    void noMoreAreBegunOnceEnoughHaveFailed() {
        List<Long> run = new ArrayList<>();
        new Schedules(until(3), seed -> new Verdict.Failed(saying(""), "")).run(1, ended -> run.add(ended.seed()));
        assertEquals(List.of(1L, 2L, 3L), run);
    }

    @Test
    void whatTheKitCouldNotDecideIsNoFailure() {
        List<Ended> notPassed =
                notPassed(new Schedules(until(1), seed -> new Verdict.Undecided(saying(""), "")).run(2, ended -> {}));
        assertEquals(COUNT, notPassed.size());
        assertTrue(notPassed.stream().noneMatch(ended -> ended.verdict().isFailure()));
    }

    private static Seeds until(int failures) {
        return new Seeds(1, COUNT, StopRule.afterFailures(failures));
    }

    private static List<Ended> notPassed(SortedMap<Long, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(schedule -> !(schedule.getValue() instanceof Verdict.Passed))
                .map(schedule -> new Ended(schedule.getKey(), schedule.getValue()))
                .toList();
    }

    private static List<Verdict> verdicts(long draw) {
        Random random = new Random(draw);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int kind = random.nextInt(40);
            verdicts.add(
                    kind == 0
                            ? new Verdict.TimedOut(saying("hangs"), "")
                            : kind < 8 ? new Verdict.Failed(saying("wrong"), "") : new Verdict.Passed());
        }
        return verdicts;
    }

    private static List<Ended> failuresInOrder(List<Verdict> verdicts, int enough) {
        List<Ended> failures = new ArrayList<>();
        for (int i = 0; i < COUNT && failures.size() < enough; i++) {
            Verdict verdict = verdicts.get(i);
            if (verdict.isFailure()) {
                failures.add(new Ended(i + 1, verdict));
            }
            if (verdict instanceof Verdict.TimedOut) {
                break;
            }
        }
        return failures;
    }
}
