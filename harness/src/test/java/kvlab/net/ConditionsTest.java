package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final int MESSAGES = 2000;

    private final Wire wire = new Wire(11);

    /** How many of many requests, and of many replies, arrive. */
    private List<Long> arrivalsUnder(Conditions conditions) {
        wire.network().conditions(conditions);
        for (int n = 0; n < MESSAGES; n++) {
            wire.request(wire.server(0), wire.server(1), 1);
            wire.reply(wire.server(0), wire.server(2), 2);
        }
        List<Integer> numbers = wire.numbers();
        return List.of(
                numbers.stream().filter(number -> number == 1).count(),
                numbers.stream().filter(number -> number == 2).count());
    }

    @Test
    void losingRequestsSparesReplies() {
        assertEquals(List.of(0L, 2000L), arrivalsUnder(Conditions.RELIABLE.losing(1, 0)));
    }

    @Test
    void losingRepliesSparesRequests() {
        assertEquals(List.of(2000L, 0L), arrivalsUnder(Conditions.RELIABLE.losing(0, 1)));
    }

    @Test
    void messagesAreLostWithTheGivenProbability() {
        List<Long> arrived = arrivalsUnder(Conditions.RELIABLE.losing(0.1, 0.5));
        assertEquals(1800, arrived.get(0), 60);
        assertEquals(1000, arrived.get(1), 100);
    }

    @Test
    void aDuplicatedMessageArrivesTwiceAndOnceInTime() {
        wire.network().conditions(Conditions.RELIABLE.reordering(1, 0, Duration.ofSeconds(2)));
        for (int n = 0; n < 50; n++) {
            wire.request(wire.server(0), wire.server(1), n);
        }
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(100, arrivals.size());
        List<Integer> inTime = arrivals.stream()
                .filter(arrival -> arrival.at().compareTo(Duration.ofMillis(15)) < 0)
                .map(Wire.Arrival::number)
                .toList();
        assertEquals(50, new HashSet<>(inTime).size());
        for (int n = 0; n < 50; n++) {
            int number = n;
            assertEquals(
                    2,
                    arrivals.stream()
                            .filter(arrival -> arrival.number() == number)
                            .count());
        }
    }

    @Test
    void aMessageThatIsHeldBackArrivesOnceUpToTheHoldBackLater() {
        wire.network().conditions(Conditions.RELIABLE.reordering(0, 1, Duration.ofSeconds(2)));
        for (int n = 0; n < MESSAGES; n++) {
            wire.request(wire.server(0), wire.server(1), n);
        }
        List<Wire.Arrival> arrivals = wire.arrivals();
        assertEquals(MESSAGES, arrivals.size());
        Duration last = Collections.max(arrivals.stream().map(Wire.Arrival::at).toList());
        assertTrue(last.compareTo(Duration.ofMillis(2015)) < 0, last::toString);
        assertTrue(last.compareTo(Duration.ofMillis(1900)) > 0, last::toString);
    }

    @Test
    void laterMessagesOvertakeOneThatIsHeldBack() {
        wire.network().conditions(Conditions.RELIABLE.reordering(0, 1, Duration.ofSeconds(30)));
        wire.request(wire.server(0), wire.server(1), 1);
        wire.at(100, () -> {
            wire.network().conditions(Conditions.RELIABLE);
            wire.request(wire.server(0), wire.server(1), 2);
        });
        assertEquals(List.of(2, 1), wire.numbers());
    }

    @Test
    void invalidConditionsAreRejectedWithTheNumbers() {
        assertEquals(
                "a chance must be from 0 to 1, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> Conditions.RELIABLE.losing(1.5, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Conditions.RELIABLE.losing(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Conditions.RELIABLE.reordering(0.1, 0, Duration.ZERO));
        assertEquals(
                "latency must be from a time of zero or more to a longer one, not from PT0.005S to PT0.005S",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Conditions.RELIABLE.taking(Duration.ofMillis(5), Duration.ofMillis(5)))
                        .getMessage());
    }
}
