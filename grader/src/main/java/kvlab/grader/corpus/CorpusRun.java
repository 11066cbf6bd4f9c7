package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Tries many entries, several at the same time. */
public final class CorpusRun {

    private final EntryRunner runner;
    private final int threads;

    /** @param threads how many entries are tried at the same time */
    public CorpusRun(EntryRunner runner, int threads) {
        this.runner = runner;
        this.threads = threads;
    }

    /**
     * Tries the entries and returns what came of them, in their order.
     *
     * @param listener told of each as soon as it is known, one at a time
     */
    public List<EntryResult> run(List<CorpusEntry> entries, Consumer<EntryResult> listener)
            throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<CorpusEntry, Future<EntryResult>> pending = new LinkedHashMap<>();
            for (CorpusEntry entry : longestFirst(entries)) {
                pending.put(entry, executor.submit(() -> {
                    EntryResult result = runner.run(entry);
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

    /** So that at the end no processor waits for one that has begun late: what is correct goes through everything. */
    private static List<CorpusEntry> longestFirst(List<CorpusEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((CorpusEntry entry) -> !entry.isCorrect() && !entry.runsApart()))
                .toList();
    }
}
