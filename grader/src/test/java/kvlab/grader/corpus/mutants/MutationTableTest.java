package kvlab.grader.corpus.mutants;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.corpus.mutants.MutantChild.Kind;
import kvlab.grader.corpus.mutants.MutantChild.Outcome;
import kvlab.submission.Part;
import org.junit.jupiter.api.Test;

class MutationTableTest {
    private static final Equivalents.Known RIGHT =
            new Equivalents.Known(3, List.of("solution"), "KvServer.java", "put", List.of("- a", "+ b"), "it is so");

    @Test
    void expectsThatNearlyAllAreCaught() {
        assertTrue(table(results(19, Kind.CAUGHT), results(1, Kind.SURVIVED)).isAsExpected());
        MutationTable tooFew = table(results(18, Kind.CAUGHT), results(1, Kind.SURVIVED));
        assertFalse(tooFew.isAsExpected());
        assertTrue(tooFew.render().contains("94.7 %"), tooFew.render());
    }

    @Test
    void doesNotCountWhatIsRefusedOrEquivalent() {
        MutationTable table = table(
                results(1, Kind.CAUGHT), results(5, Kind.REFUSED), List.of(result(Kind.SURVIVED, Optional.of(RIGHT))));
        assertTrue(table.isAsExpected());
        assertTrue(table.render().contains("100.0 %"), table.render());
    }

    @Test
    void tellsWhichRecordIsRefutedByATest() {
        MutationTable table = table(results(99, Kind.CAUGHT), List.of(result(Kind.CAUGHT, Optional.of(RIGHT))));
        assertFalse(table.isAsExpected());
        assertTrue(table.render().contains("solution: KvServer.java in put\n- a\n+ b\n"), table.render());
    }

    @Test
    void tellsWhichRecordFitsNoMutant() {
        MutationTable table = new MutationTable(
                results(1, Kind.CAUGHT), List.of("line 3: no such mutant"), new MutationRun.Share(1, 1), 100);
        assertFalse(table.isAsExpected());
        assertTrue(table.render().contains("line 3: no such mutant"), table.render());
    }

    @SafeVarargs
    private static MutationTable table(List<MutationResult>... results) {
        List<MutationResult> all = new ArrayList<>();
        for (List<MutationResult> some : results) {
            all.addAll(some);
        }
        return new MutationTable(all, List.of(), new MutationRun.Share(1, 1), 100);
    }

    private static List<MutationResult> results(int count, Kind kind) {
        return Collections.nCopies(count, result(kind, Optional.empty()));
    }

    private static MutationResult result(Kind kind, Optional<Equivalents.Known> known) {
        Change change = new Change("solution", "KvServer.java", 7, "put", "an operator", List.of("- a", "+ b"));
        return new MutationResult(change, Part.SERVER, known, new Outcome(kind, "", "", Set.of(), false));
    }
}
