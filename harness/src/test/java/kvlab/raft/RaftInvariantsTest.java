package kvlab.raft;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import kvlab.api.Command;
import org.junit.jupiter.api.Test;

/** Each property of Figure 3, broken once; and what looks like a breach and is none. */
class RaftInvariantsTest {
    private final RaftInvariants invariants = new RaftInvariants();

    private record Text(String text) implements Command {}

    private static Entry entry(long term) {
        return new Entry(term, new Text("x"), 1);
    }

    private static RaftLog log(Entry... entries) {
        return new RaftLog(Arrays.asList(entries));
    }

    private static void assertBroken(String message, Runnable deed) {
        assertEquals(
                "Raft broke " + message,
                assertThrows(RaftInvariants.Violation.class, deed::run).getMessage());
    }

    @Test
    void electionSafetyIsBrokenByTwoLeadersOfOneTerm() {
        invariants.elected(0, 4, log());
        invariants.elected(1, 5, log());
        assertBroken(
                "Election Safety (Figure 3 of the paper): servers 0 and 2 both lead in term 4",
                () -> invariants.elected(2, 4, log()));
    }

    @Test
    void leaderAppendOnlyIsBrokenByALeaderThatTakesOrders() {
        invariants.recognised(1, 0, 3, false);
        assertBroken(
                "Leader Append-Only (Figure 3 of the paper): server 0 leads in term 3 and receives entries from"
                        + " server 1",
                () -> invariants.recognised(1, 0, 3, true));
    }

    @Test
    void logMatchingIsBrokenByTwoEntriesInOnePlace() {
        invariants.appended(0, 2, entry(1), 1);
        assertBroken(
                "Log Matching (Figure 3 of the paper): server 1 has another entry at index 2 of term 1, or another"
                        + " before it, than a server had before",
                () -> invariants.appended(1, 2, entry(1), 1));
    }

    @Test
    void logMatchingIsBrokenByAnotherEntryBefore() {
        Entry shared = entry(3);
        invariants.appended(0, 2, shared, 1);
        assertThrows(RaftInvariants.Violation.class, () -> invariants.appended(1, 2, shared, 2));
    }

    @Test
    void logMatchingHoldsForTheSameEntryAndForEntriesOfOtherTerms() {
        Entry shared = entry(3);
        invariants.appended(0, 2, shared, 1);
        assertDoesNotThrow(() -> invariants.appended(1, 2, shared, 1));
        assertDoesNotThrow(() -> invariants.appended(2, 2, entry(2), 1));
    }

    @Test
    void aLeaderWithoutACommittedEntryViolatesLeaderCompleteness() {
        Entry first = entry(1);
        Entry second = entry(1);
        invariants.committed(0, 1, 1, first);
        invariants.committed(0, 1, 2, second);
        assertDoesNotThrow(() -> invariants.elected(1, 2, log(first, second, entry(1))));
        assertBroken(
                "Leader Completeness (Figure 3 of the paper): server 2, leader of term 3, lacks the committed entry 2",
                () -> invariants.elected(2, 3, log(first)));
        assertThrows(RaftInvariants.Violation.class, () -> invariants.elected(2, 4, log(first, entry(2))));
    }

    /** Votes may be late: a leader of an old term is elected while a newer one has committed already. */
    @Test
    void leaderCompletenessSaysNothingOfLeadersOfEarlierTerms() {
        Entry old = entry(1);
        invariants.committed(3, 4, 1, old);
        invariants.committed(3, 4, 2, entry(4));
        assertDoesNotThrow(() -> invariants.elected(0, 3, log(old)));
        assertDoesNotThrow(() -> invariants.elected(1, 2, log()));
        assertThrows(RaftInvariants.Violation.class, () -> invariants.elected(0, 5, log(old)));
    }

    @Test
    void differentEntriesAppliedAtOneIndexViolateStateMachineSafety() {
        invariants.committed(0, 1, 1, entry(1));
        assertBroken(
                "State Machine Safety (Figure 3 of the paper): server 1 applies another entry at index 1 than a server"
                        + " did before",
                () -> invariants.committed(1, 1, 1, entry(1)));
    }

    @Test
    void stateMachineSafetyIsBrokenByDroppingWhatWasApplied() {
        assertDoesNotThrow(() -> invariants.truncated(0, 5, 4));
        assertBroken(
                "State Machine Safety (Figure 3 of the paper): server 0 drops entry 4, which it had applied",
                () -> invariants.truncated(0, 4, 4));
    }

    @Test
    void aServerThatAppliesAgainAfterARestartBreaksNothing() {
        List<Entry> entries = List.of(entry(1), entry(1), entry(2));
        for (int life = 0; life < 2; life++) {
            for (int index = 1; index <= 3; index++) {
                invariants.committed(0, 2, index, entries.get(index - 1));
            }
        }
        assertDoesNotThrow(() -> invariants.committed(1, 2, 1, entries.get(0)));
    }
}
