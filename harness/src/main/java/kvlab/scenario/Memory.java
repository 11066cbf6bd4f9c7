package kvlab.scenario;

import java.time.Duration;
import java.util.Collections;
import kvlab.cluster.Clerk;
import kvlab.cluster.Cluster;
import kvlab.diagnostic.Diagnostic;

/** Measures the servers' retained size while the number of clients and keys is constant. */
final class Memory {
    private static final int CALLS = 40;

    /** Until followers have applied what the leader has. */
    private static final Duration ALL_HAVE_APPLIED = Duration.ofSeconds(1);

    private final Cluster cluster;

    Memory(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Makes calls with a Clerk, and adds a remark if the retained size grows with each. */
    void watch(Clerk clerk) {
        call(clerk);
        int before = retained();
        call(clerk);
        int growth = retained() - before;
        if (2 * growth > CALLS) {
            cluster.remark(
                    Diagnostic.of("remark.memory-grows").with("calls", CALLS).with("objects", growth));
        }
    }

    private void call(Clerk clerk) {
        for (int call = 0; call < CALLS; call++) {
            clerk.put(cluster.data().key(0), cluster.data().value());
        }
        cluster.sleep(ALL_HAVE_APPLIED);
    }

    private int retained() {
        return Collections.max(cluster.retained());
    }
}
