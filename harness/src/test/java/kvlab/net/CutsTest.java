package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CutsTest {
    private final Wire wire = new Wire(3);
    private final Network network = wire.network();

    /** Which links carry a message now, such as "0>1". */
    private String openLinks() {
        for (int from = 0; from < Wire.SERVERS; from++) {
            for (int to = 0; to < Wire.SERVERS; to++) {
                if (from != to) {
                    wire.request(wire.server(from), wire.server(to), 0);
                }
            }
        }
        return arrived();
    }

    private String arrived() {
        TreeSet<String> links = new TreeSet<>();
        wire.arrivals().forEach(arrival -> links.add(number(arrival.from()) + ">" + number(arrival.to())));
        return String.join(" ", links);
    }

    private static String number(String endpoint) {
        return endpoint.substring(endpoint.length() - 1);
    }

    @Test
    void aServerThatIsCutOffNeitherSendsNorReceives() {
        network.cutOff(List.of(1));
        assertTrue(network.isCutOff(1));
        assertFalse(network.isCutOff(0));
        assertEquals("0>2 2>0", openLinks());
    }

    @Test
    void serversCutOffTogetherAreDisconnectedFromEachOther() {
        network.cutOff(List.of(0, 1));
        assertEquals("", openLinks());
    }

    @Test
    void aReconnectedServerIsReachableAgain() {
        network.cutOff(List.of(0, 1));
        network.reconnect(List.of(0));
        assertEquals("0>2 2>0", openLinks());
    }

    @Test
    void cutsDoNotAffectClients() {
        network.cutOff(List.of(0, 1, 2));
        network.partition(List.of(List.of(0), List.of(1), List.of(2)));
        network.beginPeriodicFaults(new PeriodicFaults.Settings(Duration.ofMillis(100), 1, Duration.ZERO));
        for (int server = 0; server < Wire.SERVERS; server++) {
            wire.request(wire.client(1), wire.server(server), 1);
            wire.reply(wire.server(server), wire.client(2), 2);
        }
        assertEquals(6, wire.arrivals().size());
    }

    @Test
    void aMessageThatIsUnderwayWhenTheLinkIsCutIsLost() {
        wire.request(wire.server(0), wire.server(1), 1);
        wire.request(wire.server(1), wire.server(0), 1);
        wire.request(wire.server(2), wire.server(1), 1);
        wire.at(0, () -> network.cutOff(List.of(0)));
        assertEquals("2>1", arrived());
    }

    @Test
    void aMessageThatWasSentWhileTheLinkWasCutDoesNotArriveAfterwards() {
        network.cutOff(List.of(0));
        wire.request(wire.server(0), wire.server(1), 1);
        network.heal();
        assertEquals("", arrived());
    }

    @Test
    void aPartitionConnectsServersOfTheSameSide() {
        network.partition(List.of(List.of(0, 2), List.of(1)));
        assertEquals("0>2 2>0", openLinks());
    }

    @Test
    void aNewPartitionReplacesTheFormerOne() {
        network.partition(List.of(List.of(0), List.of(1, 2)));
        network.partition(List.of(List.of(0, 1), List.of(2)));
        assertEquals("0>1 1>0", openLinks());
    }

    @Test
    void serversOnNoSideFormOneMoreSide() {
        network.partition(List.of(List.of(0, 1), List.of(2)));
        network.partition(List.of(List.of(0)));
        assertEquals("1>2 2>1", openLinks());
    }

    @Test
    void healUndoesCutsAndPartitions() {
        network.cutOff(List.of(0));
        network.partition(List.of(List.of(0, 1), List.of(2)));
        network.heal();
        assertEquals("0>1 0>2 1>0 1>2 2>0 2>1", openLinks());
    }

    @Test
    void aStalledLinkKeepsItsMessagesInOrderUntilItIsReleased() {
        network.stall(0, 1);
        wire.request(wire.server(0), wire.server(1), 1);
        wire.request(wire.server(1), wire.server(0), 2);
        wire.at(100, () -> wire.request(wire.server(0), wire.server(1), 3));
        wire.at(1000, () -> network.release(0, 1));
        wire.at(1001, () -> wire.request(wire.server(0), wire.server(1), 4));
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(
                List.of(2, 1, 3, 4), arrivals.stream().map(Wire.Arrival::number).toList());
        assertEquals(Duration.ofSeconds(1), arrivals.get(1).at());
        assertEquals(Duration.ofSeconds(1), arrivals.get(2).at());
        assertEquals(List.of(new Fault.Stalled(0, 0, 1)), wire.struck());
    }

    @Test
    void healReleasesStalledLinks() {
        network.stall(0, 1);
        wire.request(wire.server(0), wire.server(1), 1);
        wire.at(1000, network::heal);
        wire.at(1001, () -> wire.request(wire.server(0), wire.server(1), 2));
        assertEquals(List.of(1, 2), wire.numbers());
    }

    @Test
    void aStalledMessageIsLostIfItsLinkIsCutWhenItGoesOn() {
        network.stall(0, 1);
        wire.request(wire.server(0), wire.server(1), 1);
        wire.at(1000, () -> {
            network.cutOff(List.of(0));
            network.release(0, 1);
        });
        wire.at(2000, network::heal);
        assertEquals(List.of(), wire.numbers());
    }

    @Test
    void messagesOfAStalledLinkAreDeliveredCopiedAndLostOneByOne() {
        network.stall(0, 1);
        for (int number = 1; number <= 4; number++) {
            int each = number;
            wire.at(100 * number, () -> wire.request(wire.server(0), wire.server(1), each));
        }
        wire.at(1000, network.queue(0, 1)::deliverCopy);
        wire.at(1001, network.queue(0, 1)::deliver);
        wire.at(1002, network.queue(0, 1)::lose);
        wire.at(1003, network.queue(0, 1)::deliver);
        assertEquals(List.of(1, 1, 3), wire.numbers());
        assertEquals(1, network.queue(0, 1).size());
        assertEquals(
                List.of(new Fault.Stalled(0, 0, 1), new Fault.Copied(0, 0, 1), new Fault.LostInQueue(0, 0, 1)),
                wire.struck());
    }

    @Test
    void aSwitchedOffStallQueuesNothing() {
        Wire without = new Wire(3, new Fault.Stalled(0, 0, 1));
        without.network().stall(0, 1);
        without.request(without.server(0), without.server(1), 1);
        assertEquals(List.of(1), without.numbers());
    }
}
