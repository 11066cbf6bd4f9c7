package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Clerk;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.cluster.FaultTrigger;
import kvlab.cluster.TriggerPoint;
import kvlab.diagnostic.Diagnostic;
import kvlab.reduction.Kind;

/** Five Clerks make ten appends each to one key; in some schedules one of them reaches no server for a while. */
final class ConcurrentAppends {
    private static final int CLERKS = 5;
    private static final int APPENDS = 10;
    private static final Duration AT_LAST = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final RandomGenerator random;
    private final String key;
    private final Written written;
    private final Duration isolated;

    ConcurrentAppends(Cluster cluster) {
        this.cluster = cluster;
        this.random = cluster.random();
        this.key = cluster.data().key(0);
        this.written = new Written(cluster.data().parts(), CLERKS);
        boolean isolates = !cluster.data().isPlain() && random.nextInt(3) == 0;
        this.isolated = isolates ? Duration.ofMillis(random.nextLong(1_500, 40_000)) : Duration.ZERO;
    }

    void play() {
        cluster.conditions(FaultMix.of(cluster).net());
        cluster.trigger(new FaultTrigger(
                TriggerPoint.ANSWERED,
                1 + random.nextInt(CLERKS * APPENDS),
                FaultTrigger.FaultAction.SILENCE,
                Duration.ofMillis(random.nextInt(1, 500))));
        StopSignal stop = new StopSignal();
        OtherCalls.until(stop, cluster);
        List<Clerk> one = List.of(cluster.clerk());
        List<Clerk> clerks = cluster.clerks(CLERKS);
        cluster.run(one, AT_LAST, clerk -> clerk.put(key, ""));
        if (!isolated.isZero()) {
            cluster.meanwhile("isolation", () -> isolate(clerks.get(random.nextInt(CLERKS))));
        }
        cluster.run(cluster.included(clerks), AT_LAST.plus(isolated), clerk -> append(clerk, clerks.indexOf(clerk)));
        cluster.run(one, AT_LAST, clerk -> expectAll(clerk.get(key)));
        stop.request();
    }

    private void append(Clerk clerk, int number) {
        for (int count = 0; count < APPENDS; count++) {
            String part = cluster.data().parts().part(number, count);
            if (cluster.includes(Kind.CALL, clerk.number(), count)) {
                clerk.append(key, part);
                written.add(number, part);
            }
        }
    }

    private void isolate(Clerk clerk) {
        cluster.sleep(Duration.ofMillis(random.nextLong(30, 700)));
        cluster.links().confine(clerk, List.of());
        cluster.sleep(isolated);
        cluster.links().release(clerk);
    }

    /** All appends are there once, each Clerk's in its order. */
    private void expectAll(String value) {
        written.differenceIn(value).ifPresent(found -> {
            throw new ExpectationFailed(
                    found.addTo(Diagnostic.of("extended.wrong-shared-appends").with("appends", written.size())));
        });
    }
}
