package kvlab.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import kvlab.schedule.SchedulesFailed.Ended;

/**
 * Runs many schedules of one test, several at the same time. They are begun in the order of their seeds. Once one had to
 * be stopped from outside, no more are begun: what did not stop may still keep a processor busy. Nor are more begun once
 * enough have failed.
 */
public final class Schedules {
    private final long firstSeed;
    private final int count;
    private final int enough;
    private final LongFunction<Verdict> schedule;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * Schedules that are to be run.
     *
     * @param firstSeed the seed of the first; the others follow
     * @param enough failures: after so many no more schedules are begun
     * @param schedule runs the schedule of a seed; called from several threads
     */
    public Schedules(long firstSeed, int count, int enough, LongFunction<Verdict> schedule) {
        this.firstSeed = firstSeed;
        this.count = count;
        this.enough = enough;
        this.schedule = schedule;
    }

    /**
     * Runs them, and returns when all have ended.
     *
     * @param listener told of each in the calling thread, in the order in which they end
     * @return those that did not pass, in the order of seeds, up to the first that had to be stopped, or until enough have
     *     failed: so the same ones whatever ran at the same time
     */
    public List<Ended> run(int parallel, Consumer<Ended> listener) {
        List<Ended> all = new ArrayList<>();
        Consumer<Ended> sink = next -> {
            listener.accept(next);
            all.add(next);
        };
        int threads = Math.min(parallel, count);
        if (threads == 1) {
            work(sink);
        } else {
            workInThreads(threads, sink);
        }
        return notPassed(all);
    }

    private void workInThreads(int threads, Consumer<Ended> sink) {
        BlockingQueue<Optional<Ended>> ended = new LinkedBlockingQueue<>(); // empty: a thread has come to its end
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
        for (int i = begun.getAndIncrement(); i < count && !stopped; i = begun.getAndIncrement()) {
            long seed = firstSeed + i;
            Verdict verdict = schedule.apply(seed);
            stopped |=
                    verdict instanceof Verdict.TimedOut || verdict.isFailure() && failures.incrementAndGet() >= enough;
            sink.accept(new Ended(seed, verdict));
        }
    }

    private static Optional<Ended> take(BlockingQueue<Optional<Ended>> ended) {
        try {
            return ended.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while schedules were running", e);
        }
    }

    private List<Ended> notPassed(List<Ended> all) {
        all.sort(Comparator.comparingLong(Ended::seed));
        List<Ended> notPassed = new ArrayList<>();
        int failed = 0;
        for (Ended each : all) {
            if (!(each.verdict() instanceof Verdict.Passed)) {
                notPassed.add(each);
            }
            failed += each.verdict().isFailure() ? 1 : 0;
            if (each.verdict() instanceof Verdict.TimedOut || failed == enough) {
                break;
            }
        }
        return notPassed;
    }
}
