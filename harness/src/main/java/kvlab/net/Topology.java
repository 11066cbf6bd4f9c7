package kvlab.net;

import java.util.Arrays;
import java.util.List;

/** Who can hear whom among the servers: cut-off servers and partitions. */
final class Topology {
    private final boolean[] cutOff;
    private final int[] side;

    Topology(int servers) {
        cutOff = new boolean[servers];
        side = new int[servers];
    }

    boolean connects(int from, int to) {
        return !cutOff[from] && !cutOff[to] && side[from] == side[to];
    }

    boolean isCutOff(int server) {
        return cutOff[server];
    }

    void cutOff(int server) {
        cutOff[server] = true;
    }

    void reconnect(int server) {
        cutOff[server] = false;
    }

    /** Servers that are on none of the sides make up one more, the one with number 0. */
    void partition(List<List<Integer>> sides) {
        Arrays.fill(side, 0);
        for (int i = 0; i < sides.size(); i++) {
            for (int server : sides.get(i)) {
                side[server] = i + 1;
            }
        }
    }

    void heal() {
        Arrays.fill(cutOff, false);
        Arrays.fill(side, 0);
    }
}
