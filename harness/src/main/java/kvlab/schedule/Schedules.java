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
 * be stopped from outside, no more are begun: what did not stop may still keep a processor busy.
 */
final class Schedules {
    private final long firstSeed;
    private final int count;
    private final LongFunction<Verdict> schedule;
    private final AtomicInteger begun = new AtomicInteger();
    private final BlockingQueue<Optional<Ended>> ended = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    /**
     * Schedules that are to be run.
     *
     * @param firstSeed the seed of the first; the others follow
     * @param schedule runs the schedule of a seed; called from several threads
     */
    Schedules(long firstSeed, int count, LongFunction<Verdict> schedule) {
        this.firstSeed = firstSeed;
        this.count = count;
        this.schedule = schedule;
    }

    /**
     * Runs them, and returns when all have ended.
     *
     * @param listener told of each in the calling thread, in the order in which they end
     * @return those that did not pass, in the order of seeds, up to the first that had to be stopped: so the same ones
     *     whatever ran at the same time
     */
    List<Ended> run(int parallel, Consumer<Ended> listener) {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        int threads = Math.min(parallel, count);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::work, "kvlab-schedules-" + i);
            thread.setDaemon(true);
            thread.setContextClassLoader(classes);
            thread.start();
        }
        List<Ended> all = new ArrayList<>();
        for (int working = threads; working > 0; ) {
            Optional<Ended> next = take();
            if (next.isPresent()) {
                listener.accept(next.get());
                all.add(next.get());
            } else {
                working--;
            }
        }
        return notPassed(all);
    }

    private static List<Ended> notPassed(List<Ended> all) {
        all.sort(Comparator.comparingLong(Ended::seed));
        List<Ended> notPassed = new ArrayList<>();
        for (Ended each : all) {
            if (!(each.verdict() instanceof Verdict.Passed)) {
                notPassed.add(each);
            }
            if (each.verdict() instanceof Verdict.TimedOut) {
                break;
            }
        }
        return notPassed;
    }

    private void work() {
        for (int i = begun.getAndIncrement(); i < count && !stopped; i = begun.getAndIncrement()) {
            long seed = firstSeed + i;
            Verdict verdict = schedule.apply(seed);
            stopped |= verdict instanceof Verdict.TimedOut;
            ended.add(Optional.of(new Ended(seed, verdict)));
        }
        ended.add(Optional.empty());
    }

    private Optional<Ended> take() {
        try {
            return ended.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while schedules were running", e);
        }
    }
}
