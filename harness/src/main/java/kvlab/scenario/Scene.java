package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.workload.Shuffle;

/**
 * Where an episode plays: all servers are up and connected, and the Clerks of a round are between two calls.
 *
 * @param workers the Clerks, by their numbers
 * @param occasion the number of the episode
 */
record Scene(
        Cluster cluster,
        FaultPlan faults,
        Rounds.Workload workload,
        List<Clerk> workers,
        RandomGenerator random,
        int occasion) {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);
    private static final Duration LEADER_WAIT = Duration.ofSeconds(3);

    /** The Clerks with these numbers, in random order. */
    List<Integer> shuffledWorkers() {
        return Shuffle.of(IntStream.range(0, workers.size()).boxed().toList(), random);
    }

    /** Starts calls of Clerks; the episode goes on meanwhile. */
    ClientTasks begin(List<Integer> numbers, BiConsumer<Clerk, Integer> work) {
        List<Clerk> clerks = numbers.stream().map(workers::get).toList();
        return cluster.begin(clerks, clerk -> work.accept(clerk, workers.indexOf(clerk)));
    }

    /** Lets Clerks make calls, and waits for them. */
    void run(List<Integer> numbers, BiConsumer<Clerk, Integer> work) {
        begin(numbers, work).await(Rounds.AT_LAST);
    }

    /** A Clerk appends to its own key. */
    void write(Clerk clerk, int number) {
        workload.write(clerk, number, number);
    }

    /** A Clerk reads its own key. */
    void read(Clerk clerk, int number) {
        workload.read(clerk, number, number);
    }

    /** Suspends for a random time. */
    void sleep(long leastMillis, long mostMillis) {
        cluster.sleep(Duration.ofMillis(random.nextLong(leastMillis, mostMillis)));
    }

    /** Suspends for a long time; for a shorter one if the servers are busy all the time, as those that poll are. */
    void idle(Duration time) {
        Duration end = cluster.now().plus(time);
        while (cluster.now().compareTo(end) < 0 && cluster.hasEventsLeft()) {
            Duration left = end.minus(cluster.now());
            cluster.sleep(left.compareTo(ONE_SECOND) < 0 ? left : ONE_SECOND);
        }
    }

    /** The present leader; empty if there is none for some seconds. */
    OptionalInt leader() {
        return leaderBeyond(-1, -1);
    }

    /** Another leader than an old one, in a later term; empty if there is none for some seconds. */
    OptionalInt successorOf(int old) {
        return leaderBeyond(old, cluster.raftState(old).term());
    }

    private OptionalInt leaderBeyond(int old, long term) {
        cluster.await(LEADER_WAIT, CHECK_INTERVAL, () -> leaderNow(old, term).isPresent());
        return leaderNow(old, term);
    }

    private OptionalInt leaderNow(int old, long term) {
        int found = -1;
        long latest = term;
        for (int server = 0; server < cluster.size(); server++) {
            if (server != old
                    && cluster.isUp(server)
                    && cluster.raftState(server).leader()
                    && cluster.raftState(server).term() > latest) {
                found = server;
                latest = cluster.raftState(server).term();
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** A Clerk writes to the key of another, or its own, by way of some servers. */
    void writeTo(int owner, int writer, List<Integer> through) {
        Clerk clerk = workers.get(writer);
        cluster.links().confine(clerk, through);
        run(List.of(writer), (one, number) -> workload.write(one, number, owner));
        cluster.links().release(clerk);
    }
}
