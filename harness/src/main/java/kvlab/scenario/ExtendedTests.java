package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.cluster.Clerk;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.cluster.FaultTrigger;
import kvlab.cluster.TriggerPoint;
import kvlab.diagnostic.Diagnostic;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import kvlab.submission.Part;

/** The fifteen tests of the extended lab, in which students write the Clerk too. */
@Suite(
        name = "extended",
        needs = {Part.SERVER, Part.CLERK},
        form = Suite.Form.EXTENDED,
        edition = 2)
public final class ExtendedTests {
    private static final int APPENDS = 10;
    private static final int SHARED_KEYS = 15;
    private static final Duration AT_LAST = Duration.ofSeconds(60);

    @LabTest(number = 1, title = "one client (3A)")
    void oneClient(Cluster cluster) {
        Rounds rounds = onOwnKeys(cluster, FaultPlan.NONE, 1);
        new Memory(cluster).watch(rounds.witness());
    }

    @LabTest(number = 2, title = "many clients (3A)")
    void manyClients(Cluster cluster) {
        onOwnKeys(cluster, FaultPlan.NONE, 5);
    }

    @LabTest(number = 3, title = "unreliable net, many clients (3A)")
    void unreliableNet(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(true, false, false), 5);
    }

    @LabTest(number = 4, title = "concurrent append to same key, unreliable (3A)", servers = 3)
    void concurrentAppend(Cluster cluster) {
        cluster.conditions(FaultPlan.UNRELIABLE);
        RandomGenerator random = cluster.random();
        cluster.trigger(new FaultTrigger(
                TriggerPoint.ANSWERED,
                1 + random.nextInt(50),
                FaultTrigger.FaultAction.SILENCE,
                Duration.ofMillis(random.nextInt(1, 500))));
        StopSignal stop = new StopSignal();
        OtherCalls.until(stop, cluster);
        Clerk first = cluster.clerk();
        List<Clerk> one = List.of(first);
        List<Clerk> clerks = cluster.clerks(5);
        cluster.run(one, AT_LAST, clerk -> clerk.put("k", ""));
        cluster.run(clerks, AT_LAST, clerk -> {
            for (int count = 0; count < APPENDS; count++) {
                clerk.append("k", Appends.part(clerks.indexOf(clerk), count));
            }
        });
        cluster.run(one, AT_LAST, clerk -> expectInterleaved(clerk.get("k"), clerks.size()));
        stop.request();
    }

    /** All appends are there once, each Clerk's in its order. */
    private static void expectInterleaved(String value, int clerks) {
        List<List<String>> each = IntStream.range(0, clerks)
                .mapToObj(number -> IntStream.range(0, APPENDS)
                        .mapToObj(count -> Appends.part(number, count))
                        .toList())
                .toList();
        Appends all = Appends.in(value);
        Optional<Appends.Difference> difference =
                all.differenceInAnyOrderFrom(each.stream().flatMap(List::stream).toList());
        for (List<String> own : each) {
            difference = difference.or(
                    () -> new Appends(all.parts().stream().filter(own::contains).toList()).differenceFrom(own));
        }
        difference.ifPresent(found -> {
            throw new ExpectationFailed(
                    found.addTo(Diagnostic.of("extended.wrong-shared-appends").with("appends", clerks * APPENDS)));
        });
    }

    @LabTest(number = 5, title = "progress in majority (3A)")
    void progressInMajority(Cluster cluster) {
        new TwoSides(cluster).majorityProgresses();
    }

    @LabTest(number = 6, title = "no progress in minority (3A)")
    void noProgressInMinority(Cluster cluster) {
        TwoSides sides = new TwoSides(cluster);
        sides.majorityProgresses();
        sides.minorityWaits();
    }

    @LabTest(number = 7, title = "completion after heal (3A)")
    void completionAfterHeal(Cluster cluster) {
        TwoSides sides = new TwoSides(cluster);
        sides.majorityProgresses();
        sides.minorityWaits();
        sides.minorityCompletesAfterHeal();
    }

    @LabTest(number = 8, title = "partitions, one client (3A)")
    void partitionsOneClient(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(false, false, true), 1);
    }

    @LabTest(number = 9, title = "partitions, many clients (3A)")
    void partitionsManyClients(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(false, false, true), 5);
    }

    @LabTest(number = 10, title = "restarts, one client (3A)")
    void restartsOneClient(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(false, true, false), 1);
    }

    @LabTest(number = 11, title = "restarts, many clients (3A)")
    void restartsManyClients(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(false, true, false), 5);
    }

    @LabTest(number = 12, title = "unreliable net, restarts, many clients (3A)")
    void unreliableNetRestarts(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(true, true, false), 5);
    }

    @LabTest(number = 13, title = "restarts, partitions, many clients (3A)")
    void restartsPartitions(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(false, true, true), 5);
    }

    @LabTest(number = 14, title = "unreliable net, restarts, partitions, many clients (3A)")
    void unreliableNetRestartsPartitions(Cluster cluster) {
        onOwnKeys(cluster, new FaultPlan(true, true, true), 5);
    }

    @LabTest(
            number = 15,
            title = "unreliable net, restarts, partitions, many clients, linearizability checks (3A)",
            servers = 7)
    void linearizabilityChecks(Cluster cluster) {
        new Rounds(cluster, new FaultPlan(true, true, true), new SharedKeys(SHARED_KEYS)).play(15);
    }

    private static Rounds onOwnKeys(Cluster cluster, FaultPlan faults, int clerks) {
        Rounds rounds = new Rounds(cluster, faults, new OwnKeys(clerks));
        rounds.play(clerks);
        return rounds;
    }
}
