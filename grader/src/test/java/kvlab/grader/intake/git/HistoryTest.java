package kvlab.grader.intake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commits are written as git lists them: seconds, name, tree, parents. */
class HistoryTest {

    @Test
    void theLastCommitUntilThenIsTheHead() {
        History line = history("30 c tc b", "20 b tb a", "10 a ta");
        assertEquals(List.of("b"), heads(line, 29));
        assertEquals(List.of("c"), heads(line, 30));
        assertEquals(List.of(), heads(line, 9));
    }

    @Test
    void aLaterMergeHidesNeitherOfWhatItMerged() {
        History merged = history("40 m tm b p", "20 b tb a", "30 p tp a", "10 a ta");
        assertEquals(List.of("p", "b"), heads(merged, 39));
        assertEquals(List.of("m"), heads(merged, 40));
    }

    @Test
    void whatIsLeftOutMakesRoomForWhatItBuildsOn() {
        History line = history("30 c start b", "20 b tb a", "10 a start");
        assertEquals(List.of("b"), names(line.at(at(30), Set.of("start")).heads()));
        assertEquals(List.of(), names(line.at(at(19), Set.of("start")).heads()));
    }

    /** Else an old commit would be a head of its own, because of one between that does not count. */
    @Test
    void aCommitBelowOneThatDoesNotCountIsStillBuiltOn() {
        History line = history("30 d td c", "90 c tc b", "20 b tb a", "10 a ta");
        assertEquals(List.of("d"), heads(line, 30));
    }

    @Test
    void aShallowCloneIsWholeIfTheCommitsThatItLacksCannotBeHeads() {
        History shallow = new History(history("30 c tc b", "20 b tb a").commits(), Set.of("b"));
        assertTrue(shallow.at(at(30), Set.of()).whole());
        assertTrue(shallow.at(at(20), Set.of()).whole());
        assertFalse(shallow.at(at(19), Set.of()).whole());
        assertFalse(shallow.at(at(29), Set.of("tb")).whole());
    }

    @Test
    void commitsDatedBeforeAParentAreFound() {
        History backdated = history("20 c tc b", "30 b tb a", "30 a ta");
        assertEquals(List.of("c"), names(backdated.datedBeforeParents()));
        assertEquals(List.of(), names(history("30 b tb a", "30 a ta").datedBeforeParents()));
    }

    @Test
    void timesThatAreNoNumbersAreInTheFuture() {
        assertEquals(List.of("a"), heads(history("99999999999999999999 b tb a", "10 a ta"), 1_000_000));
    }

    private static History history(String... lines) {
        String listed = String.join(
                "\n", Stream.of(lines).map(line -> "commit x\n" + line).toList());
        return History.parsed(listed, Set.of());
    }

    private static List<String> heads(History history, long seconds) {
        return names(history.at(at(seconds), Set.of()).heads());
    }

    private static List<String> names(List<History.Commit> commits) {
        return commits.stream().map(History.Commit::id).toList();
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
