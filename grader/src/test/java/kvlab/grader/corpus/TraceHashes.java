package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kvlab.cluster.Participants;
import kvlab.schedule.ScheduleRunner;
import kvlab.sim.Trace;
import kvlab.sim.World;
import kvlab.sim.World.CoroutineKind;

/**
 * Hashes of the traces of a server's schedules, in all nine tests: lines like {@code 4 81 9f86d081...} of test, seed and
 * SHA-256. As a program it prints them, so that another JVM can be compared; its arguments are the kind of coroutine,
 * the server's kind and name in the corpus, and seeds.
 */
final class TraceHashes {
    private final World world;
    private final Participants participants;

    TraceHashes(CoroutineKind kind, CorpusServer server) {
        this.world = new World(kind, World.STUCK_AFTER);
        this.participants = server.load();
    }

    /** The lines of all nine tests with these seeds. */
    List<String> lines(long... seeds) {
        List<String> lines = new ArrayList<>();
        for (CoreTest test : CoreTest.all()) {
            for (long seed : seeds) {
                lines.add(line(test, seed));
            }
        }
        return lines;
    }

    /** The line of one schedule. */
    String line(CoreTest test, long seed) {
        Trace trace = Trace.on();
        new ScheduleRunner(world, participants).run(test.scenario(), test.servers(), seed, trace, Set.of());
        return test.number() + " " + seed + " " + trace.hash();
    }

    public static void main(String[] arguments) {
        CoroutineKind kind = arguments[0].equals("best") ? CoroutineKind.best() : CoroutineKind.of(arguments[0]);
        long[] seeds =
                Arrays.stream(arguments).skip(3).mapToLong(Long::parseLong).toArray();
        CorpusServer server = CorpusServer.of(arguments[1], arguments[2]);
        new TraceHashes(kind, server).lines(seeds).forEach(System.out::println);
    }
}
