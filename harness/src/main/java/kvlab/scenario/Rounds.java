package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;

/**
 * Three rounds of work by new Clerks, with the faults of one test. A round ends for each Clerk with the call that it is
 * in; meanwhile the net heals, and servers that crash do so at once and start again.
 */
final class Rounds {
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** How long Clerks may take to end their calls, or to read, once all servers are connected. */
    private static final Duration AT_LAST = Duration.ofSeconds(60);

    private static final Duration MAX_PAUSE = Duration.ofMillis(130);

    private final Cluster cluster;
    private final FaultPlan faults;
    private final Workload workload;
    private final Clerk witness;

    /** The work of Clerks in a round. */
    interface Workload {

        /** The next call of a Clerk. */
        void step(Clerk clerk, int number, int call);

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
            cluster.conditions(FaultPlan.UNRELIABLE);
        }
        for (int round = 0; round < ROUNDS; round++) {
            playRound(clerks);
        }
        cluster.conditions(Conditions.RELIABLE);
    }

    private void playRound(int clerks) {
        StopSignal stop = new StopSignal();
        List<Clerk> workers = cluster.clerks(clerks);
        ClientTasks work = cluster.begin(workers, clerk -> work(clerk, workers.indexOf(clerk), stop));
        faults.begin(cluster, stop);
        cluster.sleep(ROUND);
        stop.request();
        faults.end(cluster);
        StopSignal checked = new StopSignal();
        OtherCalls.until(checked, cluster);
        work.await(AT_LAST);
        cluster.run(List.of(witness), AT_LAST, workload::check);
        checked.request();
    }

    private void work(Clerk clerk, int number, StopSignal stop) {
        for (int call = 0; !stop.isRequested(); call++) {
            workload.step(clerk, number, call);
            cluster.sleep(Duration.ofNanos(clerk.random().nextLong(MAX_PAUSE.toNanos())));
        }
    }
}
