package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.TestCase;
import kvlab.sim.World;

/** Tries entries, and holds what comes of them to what was expected. Several threads may use one. */
public final class EntryRunner {

    private final World world;
    private final Extent extent;

    /** @param world what entries run in that need no process of their own */
    public EntryRunner(World world, Extent extent) {
        this.world = world;
        this.extent = extent;
    }

    /** Tries one entry, in the calling thread. */
    public EntryResult run(CorpusEntry entry) {
        try {
            LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), world);
            return result(entry, Optional.empty(), findings(entry, loaded));
        } catch (RefusedException e) {
            return result(entry, Optional.of(e.getMessage()), List.of());
        }
    }

    private List<Finding> findings(CorpusEntry entry, LoadedEntry loaded) {
        boolean everything = entry.isCorrect() || extent.everyTest();
        Seeds seeds = (entry.isCorrect() ? extent.correct() : extent.wrong())
                .until(everything ? StopRule.RUN_ALL : StopRule.FIRST_CATCH);
        return entry.suites().stream()
                .flatMap(name -> LabSuite.named(name).orElseThrow().tests().stream())
                .filter(test -> everything || isExpected(entry, test))
                .map(test -> entry.runsApart() ? loaded.runApart(test, seeds) : loaded.run(test, seeds))
                .toList();
    }

    private static EntryResult result(CorpusEntry entry, Optional<String> refusal, List<Finding> findings) {
        return new EntryResult(entry, refusal, findings, new Unmet(entry, refusal, findings).inWords());
    }

    private static boolean isExpected(CorpusEntry entry, TestCase test) {
        return entry.expectations().stream()
                .anyMatch(expectation -> expectation instanceof Expectation.ByTest byTest
                        && byTest.suite().equals(test.suite().name())
                        && byTest.test() == test.number());
    }
}
