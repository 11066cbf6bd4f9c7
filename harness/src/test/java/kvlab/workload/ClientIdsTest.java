package kvlab.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.sim.Randomness;
import org.junit.jupiter.api.Test;

class ClientIdsTest {
    private static final int CLIENTS = 200;

    @Test
    void idsOfAScheduleDiffer() {
        schedules(1000)
                .forEach(ids -> assertEquals(
                        CLIENTS,
                        IntStream.rangeClosed(1, CLIENTS)
                                .mapToLong(ids::id)
                                .distinct()
                                .count()));
    }

    @Test
    void sequencesArePositiveAndCanRise() {
        schedules(1000)
                .forEach(ids -> IntStream.rangeClosed(1, CLIENTS).forEach(client -> {
                    long first = ids.firstSequence(client);
                    assertTrue(first >= 1 && first <= 1L << 62, "first sequence " + first);
                }));
    }

    @Test
    void noIdIsOneThatAStoreMightUseForItself() {
        Set<Long> special = Set.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
        schedules(1000)
                .forEach(ids -> IntStream.rangeClosed(1, CLIENTS)
                        .forEach(client -> assertTrue(!special.contains(ids.id(client)), "id " + ids.id(client))));
    }

    @Test
    void theFirstSchedulesClientsAreOneTwoThree() {
        ClientIds ids = ClientIds.of(new Randomness(Data.PLAIN_SEED));
        assertEquals(3, ids.id(3));
        assertEquals(1, ids.firstSequence(3));
    }

    @Test
    void aClientsIdDoesNotDependOnTheOthers() {
        ClientIds ids = ClientIds.of(new Randomness(7));
        long second = ids.firstSequence(2);
        ids.firstSequence(9);
        assertEquals(second, ids.firstSequence(2));
        assertEquals(ids.id(2), ClientIds.of(new Randomness(7)).id(2));
    }

    /** Of five clients with three calls each: how many of 300 schedules have two requests that are taken for one. */
    @Test
    void requestsAreConfusedWhenClientAndSequenceBecomeOneNumber() {
        Map<String, LongBinaryOperator> bugs = new HashMap<>();
        bugs.put("sum", (id, sequence) -> id + sequence);
        bugs.put("100 * id + sequence", (id, sequence) -> 100 * id + sequence);
        bugs.put("1000 * id + sequence", (id, sequence) -> 1000 * id + sequence);
        bugs.put("xor", (id, sequence) -> id ^ sequence);
        bugs.put("hash codes", (id, sequence) -> 31L * Long.hashCode(id) + Long.hashCode(sequence));
        bugs.put("digits", (id, sequence) -> ("" + id + sequence).hashCode());
        bugs.put("int id", (id, sequence) -> 1_000_003L * (int) id + sequence);
        bugs.put("absolute id", (id, sequence) -> 1_000_003L * Math.abs(id) + sequence);
        bugs.put("id modulo 1000", (id, sequence) -> 1_000_003L * (id % 1000) + sequence);
        bugs.put("small id", (id, sequence) -> (id & 0xffff) << 48 ^ sequence);
        bugs.forEach((name, bug) -> {
            long caught = schedules(300).filter(ids -> confuses(ids, bug)).count();
            assertTrue(caught >= 20, name + ": " + caught + " of 300");
        });
    }

    private static boolean confuses(ClientIds ids, LongBinaryOperator bug) {
        Set<Long> seen = new HashSet<>();
        for (int client = 1; client <= 5; client++) {
            for (int call = 0; call < 3; call++) {
                if (!seen.add(bug.applyAsLong(ids.id(client), ids.firstSequence(client) + call))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void sequencesCrossTheBoundariesOfSmallerTypes() {
        assertTrue(crossing(last -> last == 127) > 10);
        assertTrue(crossing(last -> (int) last > (int) (last + 1)) > 20);
        assertTrue(crossing(last -> (double) last == (double) (last + 1)) > 20);
    }

    private static long crossing(LongPredicate crosses) {
        return schedules(300)
                .filter(ids -> LongStream.range(0, 3).anyMatch(call -> crosses.test(ids.firstSequence(1) + call)))
                .count();
    }

    private static Stream<ClientIds> schedules(int count) {
        return LongStream.rangeClosed(2, count + 1).mapToObj(seed -> ClientIds.of(new Randomness(seed)));
    }
}
