package kvlab.schedule;

import kvlab.cluster.Cluster;

/** The actions and expectations of a test. */
@FunctionalInterface
public interface Scenario {

    /** Runs on a cluster, as a coroutine. Throws an exception if the test fails. */
    void play(Cluster cluster);
}
