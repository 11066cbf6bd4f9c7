package kvlab.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import kvlab.history.Linearizability.Linearizable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories of a real lab, with verdicts of another checker. Skipped where they are not at hand. */
class PublicHistoriesTest {

    @ParameterizedTest
    @CsvSource({
        "c01-ok.txt, 58, ''",
        "c01-bad.txt, 38, 7",
        "c10-ok.txt, 337, ''",
        "c10-bad.txt, 405, 0 1 2 3 5 6 7 9",
    })
    void failsExactlyTheKeysThatAreKnownToFail(String name, int calls, String failing) {
        Path file = PublicHistories.folder().resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        History history = PublicHistories.read(file);

        assertEquals(calls, history.calls().size());
        assertEquals(failing.isEmpty(), new LinearizabilityChecker().check(history) instanceof Linearizable);
        assertEquals(Set.of(failing.isEmpty() ? new String[0] : failing.split(" ")), failingKeys(history));
    }

    private static Set<String> failingKeys(History history) {
        Set<String> failing = new TreeSet<>();
        for (KeyHistory key : KeyHistory.of(history)) {
            Answer searched = new Search(key, KeyHistory.NEVER).run(LinearizabilityChecker.DEFAULT_BUDGET);
            UnambiguousOrder.of(key)
                    .ifPresent(plain -> assertEquals(
                            searched.getClass(), plain.upTo(KeyHistory.NEVER).getClass()));
            assertFalse(searched instanceof Answer.Open);
            if (searched instanceof Answer.NoOrder) {
                failing.add(key.key());
            }
        }
        return failing;
    }
}
