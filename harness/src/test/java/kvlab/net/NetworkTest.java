package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final Wire wire = new Wire(7);

    // ----------------------------------------------------------------------------------------------------- latency

    @Test
    void aMessageTakesFrom1To15MillisecondsAndUsesThatRange() {
        sendAtOnce(1000);
        List<Duration> times = wire.arrivals().stream().map(Wire.Arrival::at).toList();
        assertEquals(1000, times.size());
        Duration quickest = times.get(0);
        Duration slowest = times.get(999);
        assertTrue(quickest.compareTo(Duration.ofMillis(1)) >= 0, quickest::toString);
        assertTrue(slowest.compareTo(Duration.ofMillis(15)) < 0, slowest::toString);
        assertTrue(quickest.compareTo(Duration.ofMillis(2)) < 0, quickest::toString);
        assertTrue(slowest.compareTo(Duration.ofMillis(14)) > 0, slowest::toString);
    }

    @Test
    void messagesOvertakeEachOtherWithinTheirLatencyAndNoneIsLost() {
        sendAtOnce(20);
        List<Integer> numbers = wire.numbers();
        assertNotEquals(numbers.stream().sorted().toList(), numbers);
        assertEquals(
                IntStream.range(0, 20).boxed().toList(),
                numbers.stream().sorted().toList());
    }

    @Test
    void messagesThatAreFarApartKeepTheirOrder() {
        wire.chatter(1);
        for (int n = 1; n <= 20; n++) {
            int number = n;
            wire.at(15 * n, () -> wire.request(wire.server(0), wire.server(1), number));
        }
        List<Integer> numbers = wire.numbers();
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    @Test
    void moreTrafficOnOneLinkDoesNotChangeTheLatenciesOfAnother() {
        List<Wire.Arrival> alone = onLink0To1(new Wire(7), false);
        assertEquals(alone, onLink0To1(new Wire(7), true));
        assertNotEquals(alone, onLink0To1(new Wire(8), false));
    }

    private static List<Wire.Arrival> onLink0To1(Wire wire, boolean withOthers) {
        for (int n = 0; n < 20; n++) {
            int number = n;
            wire.at(20 * n, () -> {
                if (withOthers) {
                    wire.request(wire.server(1), wire.server(0), number);
                    wire.request(wire.server(2), wire.server(1), number);
                    wire.request(wire.client(1), wire.server(1), number);
                }
                wire.request(wire.server(0), wire.server(1), number);
            });
        }
        return wire.arrivals().stream()
                .filter(arrival ->
                        arrival.from().equals("server 0") && arrival.to().equals("server 1"))
                .toList();
    }

    private void sendAtOnce(int messages) {
        for (int n = 0; n < messages; n++) {
            wire.request(wire.server(0), wire.server(1), n);
        }
    }

    // ------------------------------------------------------------------------------------------------- down servers

    @Test
    void whatArrivesAtAServerThatIsDownIsLost() {
        wire.server(1).receiver(null);
        wire.request(wire.server(0), wire.server(1), 1);
        wire.request(wire.client(1), wire.server(1), 2);
        assertEquals(List.of(), wire.numbers());
    }

    @Test
    void aServerThatIsUpAgainWhenAMessageArrivesReceivesIt() {
        wire.server(1).receiver(null);
        wire.request(wire.server(0), wire.server(1), 1);
        wire.listen(wire.server(1));
        assertEquals(List.of(1), wire.numbers());
    }

    @Test
    void aServerThatGoesDownWhileAMessageIsUnderwayLosesIt() {
        wire.request(wire.server(0), wire.server(1), 1);
        wire.at(0, () -> wire.server(1).receiver(null));
        assertEquals(List.of(), wire.numbers());
    }

    // ------------------------------------------------------------------------------------------------------- counts

    @Test
    void trafficCountsEachMessageOnceAndRequestsAsRpcs() {
        wire.request(wire.server(0), wire.server(1), 1);
        wire.reply(wire.server(1), wire.server(0), 1);
        Traffic before = wire.network().traffic();
        wire.request(wire.client(1), wire.server(1), 2);
        assertEquals(new Traffic(2, 1, 20), before);
        assertEquals(new Traffic(3, 2, 30), wire.network().traffic());
        assertEquals(new Traffic(1, 1, 10), wire.network().traffic().since(before));
    }

    @Test
    void trafficCountsWhatWasSentAndNotWhatArrived() {
        wire.network().cutOff(List.of(0));
        wire.request(wire.server(0), wire.server(1), 1);
        wire.network().heal();
        wire.network().conditions(Conditions.RELIABLE.reordering(1, 0, Duration.ofMillis(10)));
        wire.request(wire.server(0), wire.server(1), 2);
        assertEquals(List.of(2, 2), wire.numbers());
        assertEquals(new Traffic(2, 2, 20), wire.network().traffic());
    }
}
