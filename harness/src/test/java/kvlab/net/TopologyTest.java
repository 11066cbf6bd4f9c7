package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final int SERVERS = 5;
    private static final String ALL = open(new Topology(SERVERS));

    private final Topology topology = new Topology(SERVERS);

    /** The links that are open, such as "0>1". */
    private static String open(Topology topology) {
        StringJoiner links = new StringJoiner(" ");
        for (int from = 0; from < SERVERS; from++) {
            for (int to = 0; to < SERVERS; to++) {
                if (from != to && topology.connects(from, to)) {
                    links.add(from + ">" + to);
                }
            }
        }
        return links.toString();
    }

    @Test
    void aOneWayCutLeavesTheOtherDirectionOpen() {
        topology.deafen(List.of(0, 1), List.of(2));
        assertEquals(ALL.replace("0>2 ", "").replace("1>2 ", ""), open(topology));
        topology.hear(List.of(0), List.of(2));
        assertEquals(ALL.replace("1>2 ", ""), open(topology));
        topology.heal();
        assertEquals(ALL, open(topology));
    }

    @Test
    void aBridgeHearsBothHalvesWhichDoNotHearEachOther() {
        topology.bridge(2, List.of(0, 1), List.of(3, 4));
        assertEquals("0>1 0>2 1>0 1>2 2>0 2>1 2>3 2>4 3>2 3>4 4>2 4>3", open(topology));
        topology.heal();
        assertEquals(ALL, open(topology));
    }

    @Test
    void inARingEachServerHearsItsNeighbours() {
        topology.ring(List.of(0, 2, 4, 1, 3));
        assertEquals("0>2 0>3 1>3 1>4 2>0 2>4 3>0 3>1 4>1 4>2", open(topology));
    }

    @Test
    void aNewShapeReplacesTheOneBefore() {
        topology.ring(List.of(0, 1, 2, 3, 4));
        topology.bridge(2, List.of(0, 1), List.of(3, 4));
        topology.partition(List.of(List.of(0, 1)));
        assertEquals("0>1 1>0 2>3 2>4 3>2 3>4 4>2 4>3", open(topology));
        topology.ring(List.of(0, 1, 2, 3, 4));
        assertEquals("0>1 0>4 1>0 1>2 2>1 2>3 3>2 3>4 4>0 4>3", open(topology));
    }
}
