package kvlab.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import kvlab.history.Linearizability.Linearizable;
import kvlab.history.Linearizability.NotLinearizable;
import kvlab.history.Linearizability.Undecided;
import kvlab.history.RandomHistories.Workload;
import org.junit.jupiter.api.Test;

class LinearizabilityCheckerTest {
    private static final Workload DISTINCT = new Workload(50, 2000, 10, 5, 45, 20, 1 << 20, n -> "<" + n + ">");
    private static final Workload HARD = new Workload(50, 300, 1, 5, 25, 0, 1 << 20, n -> n % 2 == 0 ? "0" : "1");

    private final Story story = new Story();

    @Test
    void acceptsWhatOneClientDidInTurn() {
        story.saw(1, "k", "")
                .did(1, new Put("k", "a"))
                .did(1, new Append("k", "b"))
                .saw(1, "k", "ab");
        assertLinearizable();
    }

    @Test
    void refusesAStaleRead() {
        story.did(1, new Put("k", "a")).did(1, new Put("k", "b")).saw(2, "k", "a");
        NotLinearizable failure = refused();
        assertEquals(2, failure.unplaceable().number());
        assertEquals(List.of(0, 1), numbers(failure.prefix()));
    }

    @Test
    void refusesThatTheValueGoesBackAlthoughThePutWasStillRunning() {
        Call put = story.begins(1, new Put("k", "a"));
        story.saw(2, "k", "a").saw(3, "k", "");
        story.ends(put);
        assertEquals(2, refused().unplaceable().number());
    }

    @Test
    void acceptsEitherValueWhileAPutIsRunning() {
        Call put = story.begins(1, new Put("k", "a"));
        story.saw(2, "k", "").saw(3, "k", "a");
        story.ends(put);
        assertLinearizable();
    }

    @Test
    void refusesALostAppend() {
        story.did(1, new Append("k", "a")).did(2, new Append("k", "b")).saw(1, "k", "a");
        assertEquals(2, refused().unplaceable().number());
    }

    @Test
    void refusesAnAppendThatWasDoneTwice() {
        story.did(1, new Append("k", "a")).did(2, new Append("k", "b")).saw(1, "k", "abb");
        assertEquals(2, refused().unplaceable().number());
    }

    @Test
    void refusesAValueThatWasNeverWritten() {
        story.did(1, new Put("k", "a")).saw(1, "k", "z");
        assertEquals(1, refused().unplaceable().number());
    }

    @Test
    void refusesTwoOrdersOfTheSameAppends() {
        Call one = story.begins(1, new Append("k", "a"));
        Call other = story.begins(2, new Append("k", "b"));
        story.ends(one);
        story.ends(other);
        story.saw(1, "k", "ab").saw(2, "k", "ba");
        assertEquals(3, refused().unplaceable().number());
    }

    @Test
    void refusesALongerValueInWhichEarlierAppendsHaveChangedPlaces() {
        Call one = story.begins(1, new Append("k", "a"));
        Call other = story.begins(2, new Append("k", "b"));
        story.ends(one);
        story.ends(other);
        story.saw(1, "k", "ab").did(1, new Append("k", "c")).saw(2, "k", "bac");
        assertEquals(4, refused().unplaceable().number());
    }

    @Test
    void acceptsThatAnUnansweredPutTakesEffectLate() {
        story.begins(1, new Put("k", "late"));
        story.did(2, new Put("k", "a")).saw(2, "k", "a").saw(3, "k", "late");
        assertLinearizable();
    }

    @Test
    void acceptsThatAnUnansweredPutNeverTakesEffect() {
        story.begins(1, new Put("k", "never"));
        story.did(2, new Put("k", "a")).saw(2, "k", "a").saw(3, "k", "a");
        assertLinearizable();
    }

    @Test
    void refusesThatAnUnansweredPutTakesEffectTwice() {
        story.begins(1, new Put("k", "twice"));
        story.saw(2, "k", "twice").did(2, new Put("k", "a")).saw(2, "k", "a").saw(3, "k", "twice");
        assertEquals(4, refused().unplaceable().number());
    }

    @Test
    void refusesThatAnEffectComesBeforeItsCall() {
        story.saw(2, "k", "a").did(1, new Put("k", "a"));
        assertEquals(0, refused().unplaceable().number());
    }

    @Test
    void refusesTheEffectOfACallThatHadNone() {
        Call refusedByServer = story.begins(1, new Put("k", "a"));
        story.hadNoEffect(refusedByServer);
        story.saw(1, "k", "a");
        assertEquals(1, refused().unplaceable().number());
    }

    @Test
    void acceptsAClientThatGoesOnAfterACallWithoutAnswer() {
        story.begins(1, new Append("k", "1"));
        story.begins(1, new Append("k", "1"));
        story.did(1, new Append("k", "1")).saw(1, "k", "1").saw(1, "k", "111");
        assertLinearizable();
    }

    @Test
    void ignoresAGetWithoutAnswer() {
        story.did(1, new Put("k", "a"));
        story.begins(2, new Get("k"));
        assertLinearizable();
    }

    @Test
    void saysWhatWasReadWhenAndWhatCouldHaveBeen() {
        story.did(1, new Put("k", "a"));
        Call append = story.begins(2, new Append("k", "bc"));
        Call get = story.begins(3, new Get("k"));
        story.ends(append);
        story.ends(get, "ab");
        assertEquals(
                """
                  get("k") by client 3, from 0.040 s to 0.060 s, returned "ab": no order of the calls on "k" allows that.
                  In an order that fits every answer before, the value was "a" when it began and then "abc".
                  That order:
                    put("k", "a") by client 1, from 0.010 s to 0.020 s
                    append("k", "bc") by client 2, from 0.030 s to 0.050 s\
                  """, refused().diagnostic().orElseThrow() + "\n" + refused().detail());
    }

    @Test
    void leavesOutWhatLongValuesHaveInCommon() {
        String common = "0123456789".repeat(20);
        story.did(1, new Put("k", common + "a")).saw(1, "k", common + "b");
        assertEquals(
                "\"...4567890123456789b\" (201 characters)",
                refused().diagnostic().orElseThrow().argument("value"));
        String detail = refused().detail();
        assertTrue(detail.contains("was \"...4567890123456789a\" (201 characters)"), detail);
    }

    @Test
    void ofSeveralKeysNamesTheOneThatFailedFirst() {
        story.did(1, new Put("first", "a")).did(1, new Put("second", "a"));
        story.saw(1, "second", "z").saw(1, "first", "z");
        assertEquals("second", refused().key());
    }

    @Test
    void saysThatItIsUndecidedWhenTheBudgetEnds() {
        History hard = new RandomHistories(2, HARD).correct();
        Undecided undecided = assertInstanceOf(Undecided.class, new LinearizabilityChecker(20).check(hard));
        assertEquals(List.of("k0"), undecided.keys());
        assertEquals(20, undecided.states());
        String sentence = undecided.diagnostic().orElseThrow().message();
        assertTrue(sentence.contains("no verdict on 1 key (\"k0\") after 20 states"), sentence);
    }

    @Test
    void aKeyThatIsHardToDecideDoesNotHideAnotherThatIsRefuted() {
        HistoryRecorder recorder = new HistoryRecorder();
        new RandomHistories(2, HARD).recordCorrect(recorder);
        assertInstanceOf(Undecided.class, new LinearizabilityChecker(20_000).check(recorder.history()));

        for (int i = 0; i < 2; i++) {
            recorder.returned(recorder.invoked(1, new Put("easy", "1"), Duration.ZERO), Duration.ZERO);
        }
        recorder.returned(recorder.invoked(1, new Get("easy"), Duration.ZERO), "2", Duration.ZERO);
        Linearizability answer = new LinearizabilityChecker(300).check(recorder.history());
        assertEquals("easy", assertInstanceOf(NotLinearizable.class, answer).key());
    }

    @Test
    void decidesThousandsOfConcurrentCallsWithoutSearchWhereValuesAreDistinct() {
        LinearizabilityChecker checker = new LinearizabilityChecker(1);
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(new Linearizable(), checker.check(new RandomHistories(seed, DISTINCT).correct()));
            History damaged = new RandomHistories(seed, DISTINCT).damaged(20);
            assertTrue(assertInstanceOf(NotLinearizable.class, checker.check(damaged))
                    .longest());
        }
    }

    @Test
    void refusesAnEmptyBudget() {
        assertThrows(IllegalArgumentException.class, () -> new LinearizabilityChecker(0));
    }

    private static List<Integer> numbers(List<Call> calls) {
        return calls.stream().map(Call::number).toList();
    }

    private NotLinearizable refused() {
        return assertInstanceOf(NotLinearizable.class, new LinearizabilityChecker().check(story.history()));
    }

    private void assertLinearizable() {
        assertEquals(new Linearizable(), new LinearizabilityChecker().check(story.history()));
    }
}
