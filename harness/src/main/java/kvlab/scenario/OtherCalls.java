package kvlab.scenario;

import java.time.Duration;
import kvlab.cluster.Client;
import kvlab.cluster.Cluster;

/**
 * Occasional calls of a client that is not a Clerk. The handout allows a server to wait until another command takes the
 * index of its own in the log, so there must be other calls while a test waits for a call to end.
 */
final class OtherCalls {
    private static final Duration EVERY = Duration.ofMillis(500);

    private OtherCalls() {}

    /** Makes such calls until a stop is requested. */
    static void until(StopSignal stop, Cluster cluster) {
        Client other = cluster.client();
        cluster.meanwhile("other calls", () -> {
            while (!stop.isRequested()) {
                other.get(cluster.data().key(0));
                cluster.sleep(EVERY);
            }
        });
    }
}
