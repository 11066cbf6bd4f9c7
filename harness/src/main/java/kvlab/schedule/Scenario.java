package kvlab.schedule;

import kvlab.cluster.Cluster;

/** What happens to a cluster in a test, and what is expected of it. */
@FunctionalInterface
public interface Scenario {

    /** Plays on a cluster, as a coroutine. Throws what it finds wrong. */
    void play(Cluster cluster);
}
