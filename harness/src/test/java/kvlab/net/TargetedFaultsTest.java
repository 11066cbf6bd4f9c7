package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Faults that a scenario directs at certain servers, links or clients. */
class TargetedFaultsTest {
    private final Wire wire = new Wire(5);
    private final Network network = wire.network();

    private void everyoneToEveryone(int number) {
        for (int from = 0; from < Wire.SERVERS; from++) {
            for (int to = 0; to < Wire.SERVERS; to++) {
                if (from != to) {
                    wire.request(wire.server(from), wire.server(to), number);
                }
            }
        }
    }

    private String links(int number) {
        TreeSet<String> links = new TreeSet<>();
        wire.arrivals().stream()
                .filter(arrival -> arrival.number() == number)
                .forEach(arrival -> links.add(
                        arrival.from().substring(7) + ">" + arrival.to().substring(7)));
        return String.join(" ", links);
    }

    @Test
    void aStarConnectsOnlyItsCentreToItsLeaves() {
        network.star(1, List.of(2));
        everyoneToEveryone(1);
        assertEquals("1>2 2>1", links(1));
    }

    @Test
    void leavesOfAStarAreDisconnectedFromEachOther() {
        network.star(1, List.of(0, 2));
        everyoneToEveryone(1);
        assertEquals("0>1 1>0 1>2 2>1", links(1));
    }

    @Test
    void healingEndsAStarASlowLinkAndAConfinement() {
        network.star(1, List.of(2));
        network.slow(0, 1, Duration.ofSeconds(3));
        network.confine(wire.client(1), List.of(0));
        network.heal();
        everyoneToEveryone(1);
        wire.request(wire.client(1), wire.server(2), 2);
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(7, arrivals.size());
        assertTrue(arrivals.stream().allMatch(arrival -> arrival.at().toMillis() < 15), arrivals.toString());
    }

    @Test
    void aSlowLinkIsSlowInOneDirection() {
        network.slow(0, 1, Duration.ofSeconds(3));
        wire.request(wire.server(0), wire.server(1), 1);
        wire.request(wire.server(1), wire.server(0), 2);
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(List.of(2, 1), arrivals.stream().map(Wire.Arrival::number).toList());
        assertEquals(3, arrivals.get(1).at().toSeconds());
    }

    @Test
    void aSilencedServerReachesPeersButNoClientForAWhile() {
        network.silence(0, Duration.ofMillis(500));
        for (int millis : new int[] {0, 499, 500}) {
            wire.at(millis, () -> {
                wire.reply(wire.server(0), wire.client(1), millis);
                wire.reply(wire.server(1), wire.client(1), 10_000 + millis);
                wire.request(wire.server(0), wire.server(1), 20_000 + millis);
            });
        }
        assertEquals(
                List.of(500, 10_000, 10_499, 10_500, 20_000, 20_499, 20_500),
                wire.numbers().stream().sorted().toList());
    }

    @Test
    void aConfinedClientReachesSomeServersOnlyAndIsReachedByThemOnly() {
        network.confine(wire.client(1), List.of(0, 1));
        for (int server = 0; server < Wire.SERVERS; server++) {
            wire.request(wire.client(1), wire.server(server), server);
            wire.reply(wire.server(server), wire.client(1), 10 + server);
            wire.request(wire.client(2), wire.server(server), 20 + server);
        }
        assertEquals(
                List.of(0, 1, 10, 11, 20, 21, 22),
                wire.numbers().stream().sorted().toList());
    }

    @Test
    void aFaultThatIsSwitchedOffDoesNotStrike() {
        Wire calm = new Wire(
                5,
                new Fault.Star(0, 1, List.of(2)),
                new Fault.Slow(0, 0, 1, 1_000_000_000),
                new Fault.Silence(0, 0),
                new Fault.Confined(0, "client 1", List.of(0)));
        calm.network().star(1, List.of(2));
        calm.network().slow(0, 1, Duration.ofSeconds(1));
        calm.network().silence(0, Duration.ofSeconds(1));
        calm.network().confine(calm.client(1), List.of(0));
        calm.request(calm.server(0), calm.server(1), 1);
        calm.reply(calm.server(0), calm.client(1), 2);
        calm.request(calm.client(1), calm.server(2), 3);
        List<Wire.Arrival> arrivals = calm.arrivals();
        assertEquals(3, arrivals.size());
        assertTrue(arrivals.stream().allMatch(arrival -> arrival.at().toMillis() < 15), arrivals.toString());
        assertEquals(List.of(), calm.struck());
    }

    @Test
    void aRequestDeliveredLateCountsAsLost() {
        network.conditions(Conditions.RELIABLE.losing(1, 1).deliveringLate(1, Duration.ofSeconds(2)));
        int[] lost = {0};
        for (int number = 0; number < 100; number++) {
            network.send(wire.client(1), wire.server(0), new Wire.Note(number, true), new Delivery() {
                @Override
                public void duplicated() {}

                @Override
                public void dropped() {
                    lost[0]++;
                }
            });
            wire.reply(wire.server(0), wire.client(2), 1_000);
        }
        assertEquals(100, lost[0]);
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(100, arrivals.size()); // lost replies stay lost
        long late = arrivals.stream()
                .filter(arrival -> arrival.at().toMillis() > 100)
                .count();
        assertTrue(late > 80, "only " + late + " came late");
    }
}
