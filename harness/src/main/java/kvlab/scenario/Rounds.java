package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;
import kvlab.reduction.Kind;

/**
 * Three rounds of work by new Clerks, with the faults of one test. A round ends for each Clerk with the call that it is
 * in; meanwhile the net heals, and servers that crash do so at once and start again. After some rounds the same Clerks
 * take part in an {@link Episode}.
 */
final class Rounds {
    /** How long Clerks may take to end their calls, or to read, once all servers are connected. */
    static final Duration AT_LAST = Duration.ofSeconds(60);

    private static final int ROUNDS = 3;

    private final Cluster cluster;
    private final FaultPlan faults;
    private final Workload workload;
    private final Clerk witness;

    /** The work of Clerks. Numbers are those of Clerks within their round, and those of keys; both begin at 0. */
    interface Workload {

        /** A round begins. */
        void begin();

        /** The next call of a Clerk. */
        void step(Clerk clerk, int number, int call);

        /** An append of a Clerk. */
        void write(Clerk clerk, int number, int key);

        /** An append that is the same for all Clerks. */
        void writeEqual(Clerk clerk, int number, int key, int occasion);

        /** A get of a Clerk. */
        void read(Clerk clerk, int number, int key);

        /** Checks the result when all Clerks of a round have ended. */
        void check(Clerk witness);
    }

    Rounds(Cluster cluster, FaultPlan faults, Workload workload) {
        this.cluster = cluster;
        this.faults = faults;
        this.workload = workload;
        this.witness = cluster.clerk();
    }

    /** The Clerk that is used in all rounds. */
    Clerk witness() {
        return witness;
    }

    /** Plays all rounds. */
    void play(int clerks) {
        cluster.awaitLeader();
        if (faults.unreliable()) {
            cluster.conditions(faults.mix().net());
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (cluster.includes(Kind.ROUND, round)) {
                playRound(round, clerks);
            }
        }
        cluster.conditions(Conditions.RELIABLE);
    }

    private void playRound(int round, int clerks) {
        workload.begin();
        StopSignal stop = new StopSignal();
        List<Clerk> workers = cluster.clerks(clerks);
        ClientTasks work = cluster.begin(cluster.included(workers), clerk -> work(clerk, workers.indexOf(clerk), stop));
        faults.begin(cluster, stop);
        cluster.sleep(faults.mix().round());
        stop.request();
        faults.end(cluster);
        StopSignal checked = new StopSignal();
        OtherCalls.until(checked, cluster);
        work.await(AT_LAST);
        if (!cluster.data().isPlain()) {
            RandomGenerator random = cluster.random("episode", round);
            Optional<Episode> any = Episode.any(faults, round, clerks, random);
            any.filter(episode -> cluster.includes(Kind.EPISODE, round)).ifPresent(episode -> {
                cluster.note("episode: " + episode.getClass().getSimpleName());
                episode.play(new Scene(cluster, faults, workload, workers, random, round));
            });
        }
        cluster.run(List.of(witness), AT_LAST, workload::check);
        checked.request();
    }

    private void work(Clerk clerk, int number, StopSignal stop) {
        Tempo tempo = cluster.data().isPlain() ? Tempo.STEADY : Tempo.any(cluster.random("tempo", clerk.number()));
        for (int call = 0; !stop.isRequested(); call++) {
            workload.step(clerk, number, call);
            cluster.sleep(tempo.pause(clerk.random()));
        }
    }
}
