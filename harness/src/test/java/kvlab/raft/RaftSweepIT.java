package kvlab.raft;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes under faults: loss, duplication, reordering without bound, partitions, crashes. The invariants are checked. */
class RaftSweepIT {
    private static final int SEEDS = 300;
    private static final int STEPS = 3000;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7})
    void serversAgreeInEveryStormAndGetOnAfterIt(int size) {
        int committed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            committed += commands(size, seed);
        }
        assertTrue(committed > 10 * SEEDS, "in most storms something must get done, or this test shows little");
    }

    private static int commands(int size, long seed) {
        RandomCluster cluster = new RandomCluster(size, seed);
        String where = size + " servers, seed " + seed;
        assertDoesNotThrow(() -> cluster.storm(STEPS), where);
        int elections = assertDoesNotThrow(cluster::heal, where);
        assertTrue(elections <= 2 * size, where);
        assertEquals(1, cluster.leaders(), where);
        return assertDoesNotThrow(cluster::agreed, where);
    }
}
