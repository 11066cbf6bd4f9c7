package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.TestCase;
import kvlab.sim.World;

/** Runs entries and compares the outcomes with the expected ones. Thread-safe. */
public final class CorpusRun {

    private final World world;
    private final RunScope scope;

    /** @param world the environment of entries that run in this process */
    public CorpusRun(World world, RunScope scope) {
        this.world = world;
        this.scope = scope;
    }

    /**
     * Runs the entries and returns the results in the same order.
     *
     * @param threads number of entries that run at the same time
     * @param listener receives each result as soon as it is known, one at a time
     */
    public List<EntryResult> run(List<CorpusEntry> entries, int threads, Consumer<EntryResult> listener)
            throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<CorpusEntry, Future<EntryResult>> pending = new LinkedHashMap<>();
            for (CorpusEntry entry : longestFirst(entries)) {
                pending.put(entry, executor.submit(() -> {
                    EntryResult result = run(entry);
                    synchronized (listener) {
                        listener.accept(result);
                    }
                    return result;
                }));
            }
            List<EntryResult> results = new ArrayList<>();
            for (CorpusEntry entry : entries) {
                results.add(pending.get(entry).get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** Starts the longest entries first, for an even load: correct ones run all schedules. */
    private static List<CorpusEntry> longestFirst(List<CorpusEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((CorpusEntry entry) -> !entry.isCorrect() && !entry.runsApart()))
                .toList();
    }

    /** Runs one entry in the calling thread. */
    public EntryResult run(CorpusEntry entry) {
        try {
            LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), world);
            return new EntryResult(entry, Optional.empty(), summaries(entry, loaded));
        } catch (RefusedException e) {
            return new EntryResult(entry, Optional.of(e.getMessage()), List.of());
        }
    }

    private List<TestSummary> summaries(CorpusEntry entry, LoadedEntry loaded) {
        boolean everything = entry.isCorrect() || scope.everyTest();
        Seeds seeds = (entry.isCorrect() ? scope.correct() : scope.wrong())
                .until(everything ? StopRule.RUN_ALL : StopRule.FIRST_CATCH);
        return entry.suites().stream()
                .flatMap(name -> LabSuite.named(name).orElseThrow().tests().stream())
                .filter(test -> everything || isExpected(entry, test))
                .map(test -> entry.runsApart() ? loaded.runApart(test, seeds) : loaded.run(test, seeds))
                .toList();
    }

    private static boolean isExpected(CorpusEntry entry, TestCase test) {
        return entry.expectations().stream()
                .anyMatch(expectation -> expectation instanceof Expectation.ByTest byTest
                        && byTest.suite().equals(test.suite().name())
                        && byTest.test() == test.number());
    }
}
