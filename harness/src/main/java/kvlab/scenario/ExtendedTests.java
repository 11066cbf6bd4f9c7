package kvlab.scenario;

import kvlab.cluster.Cluster;
import kvlab.junit.ScheduleExtension;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import kvlab.submission.Part;
import org.junit.jupiter.api.extension.ExtendWith;

/** The fifteen tests of the extended lab, in which students write the Clerk too. */
@ExtendWith(ScheduleExtension.class)
@Suite(
        name = "extended",
        needs = {Part.SERVER, Part.CLERK},
        form = Suite.Form.EXTENDED,
        edition = 2)
public final class ExtendedTests {
    private static final int SHARED_KEYS = 15;

    @LabTest(number = 1, title = "one client (3A)")
    void oneClient(Cluster cluster) {
        Rounds rounds = onOwnKeys(cluster, false, false, false, 1);
        new Memory(cluster).watch(rounds.witness());
    }

    @LabTest(number = 2, title = "many clients (3A)")
    void manyClients(Cluster cluster) {
        onOwnKeys(cluster, false, false, false, 5);
    }

    @LabTest(number = 3, title = "unreliable net, many clients (3A)")
    void unreliableNet(Cluster cluster) {
        onOwnKeys(cluster, true, false, false, 5);
    }

    @LabTest(number = 4, title = "concurrent append to same key, unreliable (3A)", servers = 3)
    void concurrentAppend(Cluster cluster) {
        new ConcurrentAppends(cluster).play();
    }

    @LabTest(number = 5, title = "progress in majority (3A)", needsItsFaults = true)
    void progressInMajority(Cluster cluster) {
        new TwoSides(cluster).majorityProgresses();
    }

    @LabTest(number = 6, title = "no progress in minority (3A)", needsItsFaults = true)
    void noProgressInMinority(Cluster cluster) {
        TwoSides sides = new TwoSides(cluster);
        sides.majorityProgresses();
        sides.minorityWaits();
        sides.minorityWaitsOn();
    }

    @LabTest(number = 7, title = "completion after heal (3A)", needsItsFaults = true)
    void completionAfterHeal(Cluster cluster) {
        TwoSides sides = new TwoSides(cluster);
        sides.majorityProgresses();
        sides.minorityWaits();
        sides.minorityCompletesAfterHeal();
    }

    @LabTest(number = 8, title = "partitions, one client (3A)")
    void partitionsOneClient(Cluster cluster) {
        onOwnKeys(cluster, false, false, true, 1);
    }

    @LabTest(number = 9, title = "partitions, many clients (3A)")
    void partitionsManyClients(Cluster cluster) {
        onOwnKeys(cluster, false, false, true, 5);
    }

    @LabTest(number = 10, title = "restarts, one client (3A)")
    void restartsOneClient(Cluster cluster) {
        onOwnKeys(cluster, false, true, false, 1);
    }

    @LabTest(number = 11, title = "restarts, many clients (3A)")
    void restartsManyClients(Cluster cluster) {
        onOwnKeys(cluster, false, true, false, 5);
    }

    @LabTest(number = 12, title = "unreliable net, restarts, many clients (3A)")
    void unreliableNetRestarts(Cluster cluster) {
        onOwnKeys(cluster, true, true, false, 5);
    }

    @LabTest(number = 13, title = "restarts, partitions, many clients (3A)")
    void restartsPartitions(Cluster cluster) {
        onOwnKeys(cluster, false, true, true, 5);
    }

    @LabTest(number = 14, title = "unreliable net, restarts, partitions, many clients (3A)")
    void unreliableNetRestartsPartitions(Cluster cluster) {
        onOwnKeys(cluster, true, true, true, 5);
    }

    @LabTest(
            number = 15,
            title = "unreliable net, restarts, partitions, many clients, linearizability checks (3A)",
            servers = 7)
    void linearizabilityChecks(Cluster cluster) {
        FaultPlan faults = new FaultPlan(FaultMix.of(cluster), true, true, true);
        new Rounds(cluster, faults, new SharedKeys(cluster, SHARED_KEYS)).play(15);
    }

    private static Rounds onOwnKeys(
            Cluster cluster, boolean unreliable, boolean restarts, boolean partitions, int clerks) {
        FaultPlan faults = new FaultPlan(FaultMix.of(cluster), unreliable, restarts, partitions);
        Rounds rounds = new Rounds(cluster, faults, new OwnKeys(cluster, clerks));
        rounds.play(clerks);
        return rounds;
    }
}
