package kvlab.scenario;

import java.time.Duration;
import kvlab.cluster.Client;
import kvlab.cluster.Cluster;

/**
 * Calls of a client that is no Clerk, now and then. The handout lets a server wait until another command takes the place of
 * its own in the log: so while a test waits for a call to end, there must be others.
 */
final class OtherCalls {
    private static final Duration EVERY = Duration.ofMillis(500);

    private OtherCalls() {}

    /** Makes such calls until a stop is requested. */
    static void until(StopSignal stop, Cluster cluster) {
        Client other = cluster.client();
        cluster.meanwhile("other calls", () -> {
            while (!stop.isRequested()) {
                other.get("0");
                cluster.sleep(EVERY);
            }
        });
    }
}
