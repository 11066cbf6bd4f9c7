package kvlab.net;

import java.util.Arrays;
import java.util.List;

/** The links between servers: cut-off servers, one-way cuts, stars, and one of partition, bridge or ring. */
final class Topology {
    private static final int NO_CENTRE = -1;

    private final boolean[] cutOff;
    private final int[] side;
    private final boolean[] leaf;
    private final boolean[][] unheard;
    private boolean[][] neighbours;
    private int centre = NO_CENTRE;

    Topology(int servers) {
        cutOff = new boolean[servers];
        side = new int[servers];
        leaf = new boolean[servers];
        unheard = new boolean[servers][servers];
    }

    boolean connects(int from, int to) {
        return !cutOff[from]
                && !cutOff[to]
                && !unheard[from][to]
                && side[from] == side[to]
                && (neighbours == null || neighbours[from][to])
                && isInStar(from, to);
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

    /** Cuts one direction of the links from some servers to others. */
    void deafen(List<Integer> from, List<Integer> to) {
        setUnheard(from, to, true);
    }

    /** Undoes {@link #deafen}. */
    void hear(List<Integer> from, List<Integer> to) {
        setUnheard(from, to, false);
    }

    private void setUnheard(List<Integer> from, List<Integer> to, boolean cut) {
        for (int sender : from) {
            for (int receiver : to) {
                unheard[sender][receiver] = cut;
            }
        }
    }

    /** Connects servers within each half, and the bridge to all of them. */
    void bridge(int bridge, List<Integer> left, List<Integer> right) {
        partition(List.of());
        neighbours = new boolean[side.length][side.length];
        for (List<Integer> half : List.of(left, right)) {
            for (int server : half) {
                connect(bridge, server);
                half.forEach(other -> connect(server, other));
            }
        }
    }

    /** Connects each server to the one before it and the one after it. */
    void ring(List<Integer> order) {
        partition(List.of());
        neighbours = new boolean[side.length][side.length];
        for (int i = 0; i < order.size(); i++) {
            connect(order.get(i), order.get((i + 1) % order.size()));
        }
    }

    private void connect(int one, int other) {
        neighbours[one][other] = true;
        neighbours[other][one] = true;
    }

    /** Servers on none of the sides form side 0. */
    void partition(List<List<Integer>> sides) {
        neighbours = null;
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
        neighbours = null;
        Arrays.fill(cutOff, false);
        Arrays.fill(side, 0);
        for (boolean[] receivers : unheard) {
            Arrays.fill(receivers, false);
        }
    }
}
