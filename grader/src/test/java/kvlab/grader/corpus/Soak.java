package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;

/**
 * Runs servers of the corpus over many schedules of the nine tests, and prints what came of it: one line for each test
 * that was not always passed, with the first seed and its message.
 *
 * <p>Arguments: how many schedules, the first seed, and names of servers; without names, all that are right.
 */
final class Soak {
    private Soak() {}

    /** What one test came to, over all schedules. */
    private record Tally(AtomicInteger failed, AtomicReference<Failure> first) {
        void add(long seed, Verdict verdict) {
            failed.incrementAndGet();
            first.accumulateAndGet(
                    new Failure(seed, verdict), (one, other) -> one == null || other.seed < one.seed ? other : one);
        }
    }

    private record Failure(long seed, Verdict verdict) {}

    /** Runs from the module's directory. */
    public static void main(String[] arguments) {
        int schedules = Integer.parseInt(arguments[0]);
        long firstSeed = Long.parseLong(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        World world = new World();
        Stream<CorpusServer> servers = names.isEmpty()
                ? CorpusServer.correct().stream()
                : Stream.concat(CorpusServer.correct().stream(), CorpusServer.wrong().stream())
                        .filter(server -> names.contains(server.name()) || names.contains("all"));
        servers.forEach(server -> soak(server, world, firstSeed, schedules));
    }

    private static void soak(CorpusServer server, World world, long firstSeed, int schedules) {
        System.out.println(server);
        ScheduleRunner runner;
        try {
            runner = new ScheduleRunner(world, server.load());
        } catch (SubmissionRefused e) {
            System.out.println("  refused: " + e.getMessage());
            return;
        }
        int failed = 0;
        for (CoreTest test : CoreTest.all()) {
            Optional<Tally> tally = run(runner, test, firstSeed, schedules);
            if (tally.isPresent()) {
                failed++;
                print(test, tally.get(), schedules);
                if (tally.get().first().get().verdict() instanceof Verdict.TimedOut) {
                    return; // what did not stop there may keep a processor busy
                }
            }
        }
        System.out.println(failed == 0 ? "  passed " + schedules + " schedules of each test" : "");
    }

    private static Optional<Tally> run(ScheduleRunner runner, CoreTest test, long firstSeed, int schedules) {
        Tally tally = new Tally(new AtomicInteger(), new AtomicReference<>());
        LongStream.range(firstSeed, firstSeed + schedules).parallel().forEach(seed -> {
            Failure first = tally.first().get();
            if (first != null && first.verdict() instanceof Verdict.TimedOut) {
                return; // it may keep a processor busy: no need to do so once more
            }
            Verdict verdict = runner.run(test.scenario(), test.servers(), seed);
            if (!(verdict instanceof Verdict.Passed)) {
                tally.add(seed, verdict);
            }
        });
        return Optional.of(tally).filter(any -> any.failed().get() > 0);
    }

    private static void print(CoreTest test, Tally tally, int schedules) {
        Failure first = tally.first().get();
        System.out.println(
                "  " + test + ": " + tally.failed() + " of " + schedules + " not passed, the first with seed "
                        + first.seed() + ": " + first.verdict().getClass().getSimpleName() + ": "
                        + first.verdict().message());
    }
}
