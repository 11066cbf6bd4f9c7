package kvlab.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Runs schedules of one test concurrently, started in order of seeds, until the stop rule applies. */
final class Schedules {
    private final Seeds seeds;
    private final LongFunction<Verdict> schedule;

    // Guarded by this.
    private int begun;
    private int failures;
    private boolean stopped;

    /** @param schedule runs the schedule of a seed; called from several threads */
    Schedules(Seeds seeds, LongFunction<Verdict> schedule) {
        this.seeds = seeds;
        this.schedule = schedule;
    }

    /**
     * Runs the schedules and waits for them.
     *
     * @param listener receives each verdict in the calling thread, in order of completion
     * @return the verdicts that count, by seed; they do not depend on the concurrency
     */
    SortedMap<Long, Verdict> run(int parallel, Consumer<Ended> listener) {
        Map<Long, Verdict> all = new HashMap<>();
        Consumer<Ended> sink = next -> {
            listener.accept(next);
            all.put(next.seed(), next.verdict());
        };
        int threads = Math.min(parallel, seeds.count());
        if (threads == 1) {
            work(sink);
        } else {
            workInThreads(threads, sink);
        }
        return seeds.counted(all);
    }

    private void workInThreads(int threads, Consumer<Ended> sink) {
        BlockingQueue<Optional<Ended>> ended = new LinkedBlockingQueue<>(); // empty: a thread has ended
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        for (int i = 0; i < threads; i++) {
            Runnable work = () -> {
                work(next -> ended.add(Optional.of(next)));
                ended.add(Optional.empty());
            };
            Thread thread = new Thread(work, "kvlab-schedules-" + i);
            thread.setDaemon(true);
            thread.setContextClassLoader(classes);
            thread.start();
        }
        for (int working = threads; working > 0; ) {
            Optional<Ended> next = take(ended);
            next.ifPresent(sink);
            working -= next.isPresent() ? 0 : 1;
        }
    }

    private void work(Consumer<Ended> sink) {
        for (OptionalLong seed = begin(); seed.isPresent(); seed = begin()) {
            Verdict verdict = schedule.apply(seed.getAsLong());
            end(verdict);
            sink.accept(new Ended(seed.getAsLong(), verdict));
        }
    }

    /** The next seed. Its schedule must run, since no higher seed counts after a gap. */
    private synchronized OptionalLong begin() {
        return stopped || begun == seeds.count() ? OptionalLong.empty() : OptionalLong.of(seeds.first() + begun++);
    }

    private synchronized void end(Verdict verdict) {
        failures += verdict.isFailure() ? 1 : 0;
        stopped |= seeds.stop().endsAt(verdict, failures);
    }

    private static Optional<Ended> take(BlockingQueue<Optional<Ended>> ended) {
        try {
            return ended.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while schedules were running", e);
        }
    }
}
