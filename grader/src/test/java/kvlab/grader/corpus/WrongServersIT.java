package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.schedule.TestCase;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every wrong submission is caught by the tests that its header names, and for the reason that it gives. */
class WrongServersIT {
    private final CorpusRun corpus = new CorpusRun(new World(), RunScope.QUICK);

    @TestFactory
    Stream<DynamicTest> areCaughtForTheirReason() {
        return TestKit.CORPUS.wrong().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    EntryResult result = corpus.run(entry);
                    assertTrue(result.isAsExpected(), () -> String.join("\n", result.unmet()));
                }));
    }

    @Test
    void coverEachTestOfTheCoreSuite() {
        Set<Integer> covered = TestKit.CORPUS.wrong().stream()
                .flatMap(entry -> entry.expectations().stream())
                .flatMap(expected ->
                        expected instanceof Expectation.CaughtBy caught ? Stream.of(caught) : Stream.empty())
                .filter(caught -> caught.suite().equals("core"))
                .map(Expectation.CaughtBy::test)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(TestKit.coreTests().stream().map(TestCase::number).collect(Collectors.toSet()), covered);
    }
}
