package kvlab.grader.corpus.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kvlab.grader.corpus.MalformedEntryException;
import org.junit.jupiter.api.Test;

class EquivalentsTest {
    private static final String RECORDS = """
            # Comments are not part of a record.

            solution, polls: KvServer.java in agreeOn
            - a
            + b
            because: the contract
              says so.
            """;

    private final Equivalents equivalents = Equivalents.parse(RECORDS.lines().toList());

    @Test
    void areKnownByWhatIsChangedWhereverItStands() {
        Optional<Equivalents.Known> known = equivalents.of(change("polls", 7, "agreeOn", "+ b"));
        assertEquals("the contract says so.", known.orElseThrow().reason());
        assertEquals(known, equivalents.of(change("solution", 8, "agreeOn", "+ b")));
    }

    @Test
    void areNotThoseOfOtherDesignsMethodsOrChanges() {
        assertTrue(equivalents.of(change("reference", 7, "agreeOn", "+ b")).isEmpty());
        assertTrue(equivalents.of(change("polls", 7, "put", "+ b")).isEmpty());
        assertTrue(equivalents.of(change("polls", 7, "agreeOn", "+ c")).isEmpty());
    }

    @Test
    void withoutAReasonAreRefused() {
        List<String> lines = List.of("", "solution: KvServer.java in put", "- a", "+ b");
        MalformedEntryException refused = assertThrows(MalformedEntryException.class, () -> Equivalents.parse(lines));
        assertTrue(refused.getMessage().contains("equivalent.txt:2"), refused.getMessage());
    }

    private static Change change(String design, int line, String member, String added) {
        return new Change(design, "KvServer.java", line, member, "an operator", List.of("- a", added));
    }
}
