package kvlab.net;

import java.util.Arrays;
import java.util.List;

/** The links between servers: cut-off servers, partitions and stars. */
final class Topology {
    private static final int NO_CENTRE = -1;

    private final boolean[] cutOff;
    private final int[] side;
    private final boolean[] leaf;
    private int centre = NO_CENTRE;

    Topology(int servers) {
        cutOff = new boolean[servers];
        side = new int[servers];
        leaf = new boolean[servers];
    }

    boolean connects(int from, int to) {
        return !cutOff[from] && !cutOff[to] && side[from] == side[to] && isInStar(from, to);
    }

    private boolean isInStar(int from, int to) {
        return centre == NO_CENTRE || from == centre && leaf[to] || to == centre && leaf[from];
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

    /** Servers on none of the sides form side 0. */
    void partition(List<List<Integer>> sides) {
        Arrays.fill(side, 0);
        for (int i = 0; i < sides.size(); i++) {
            for (int server : sides.get(i)) {
                side[server] = i + 1;
            }
        }
    }

    /** Connects only the centre to each of the leaves. */
    void star(int newCentre, List<Integer> leaves) {
        centre = newCentre;
        Arrays.fill(leaf, false);
        leaves.forEach(server -> leaf[server] = true);
    }

    void heal() {
        centre = NO_CENTRE;
        Arrays.fill(cutOff, false);
        Arrays.fill(side, 0);
    }
}
