package kvlab.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import kvlab.history.Linearizability.Linearizable;
import kvlab.history.Linearizability.NotLinearizable;
import kvlab.history.RandomHistories.Workload;
import org.junit.jupiter.api.Test;

/** The checker, and each of the two ways in which it decides, against the definition on many small histories. */
class AgreementIT {
    private static final int HISTORIES = 12_000;
    private static final IntFunction<String> DISTINCT = n -> "<" + n + ">";
    private static final List<String> CONFUSING = List.of("a", "b", "ab", "aa", "", "ba");

    private final LinearizabilityChecker checker = new LinearizabilityChecker();

    @Test
    void agreesWithTheDefinitionWhereValuesAreDistinct() {
        agree(seed -> histories(seed, 1000, DISTINCT));
    }

    @Test
    void agreesWithTheDefinitionWhereValuesRepeatAndBeginEachOther() {
        agree(seed -> histories(seed, 1 + new Random(~seed).nextInt(CONFUSING.size()), CONFUSING::get));
    }

    @Test
    void theSearchAloneAgreesWithTheDefinitionWhereValuesAreDistinct() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            for (History history : both(histories(seed, 1000, DISTINCT), seed)) {
                boolean every = true;
                for (KeyHistory key : KeyHistory.of(history)) {
                    Answer answer = new Search(key, KeyHistory.NEVER).run(Long.MAX_VALUE);
                    every &= answer instanceof Answer.Order;
                    assertTrue(UnambiguousOrder.of(key).isPresent(), () -> "plain: " + history);
                    assertEquals(
                            answer instanceof Answer.Order,
                            UnambiguousOrder.of(key).get().upTo(KeyHistory.NEVER) instanceof Answer.Order,
                            history::toString);
                }
                assertEquals(BruteForce.isLinearizable(history), every, history::toString);
            }
        }
    }

    @Test
    void bothWaysAgreeOnHistoriesTooLargeForTheDefinition() {
        int decided = 0;
        for (int seed = 0; seed < 300; seed++) {
            int clients = 5 + seed % 4 * 30;
            Workload workload = new Workload(clients, 200, 1, 20, 40, seed % 3 * 50, 1000, DISTINCT);
            for (History history : both(new RandomHistories(seed, workload), seed)) {
                KeyHistory key = KeyHistory.of(history).get(0);
                Answer searched = new Search(key, KeyHistory.NEVER).run(2_000);
                Answer plain = UnambiguousOrder.of(key).orElseThrow().upTo(KeyHistory.NEVER);
                if (searched instanceof Answer.Order order) {
                    assertTrue(new Replay(key, KeyHistory.NEVER).confirms(order.calls()));
                }
                if (!(searched instanceof Answer.Open)) {
                    decided++;
                    assertEquals(plain.getClass(), searched.getClass());
                }
            }
        }
        assertTrue(decided > 450, decided + " of 600 decided by search");
    }

    private void agree(IntFunction<RandomHistories> histories) {
        int linearizable = 0;
        int not = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            for (History history : both(histories.apply(seed), seed)) {
                Linearizability answer = checker.check(history);
                if (answer instanceof NotLinearizable failure) {
                    not++;
                    assertExplained(failure, history);
                } else {
                    linearizable++;
                    assertEquals(new Linearizable(), answer);
                    assertTrue(BruteForce.isLinearizable(history), () -> "accepted: " + history);
                }
            }
        }
        assertTrue(linearizable > HISTORIES && not > HISTORIES / 4, linearizable + " yes, " + not + " no");
    }

    private static void assertExplained(NotLinearizable failure, History history) {
        History ofKey = new History(history.calls().stream()
                .filter(call -> call.operation().key().equals(failure.key()))
                .toList());
        assertTrue(failure.longest());
        assertEquals(Optional.of(failure.unplaceable()), BruteForce.firstWithoutPlace(ofKey), history::toString);
        int end = BruteForce.end(failure.unplaceable());
        assertTrue(
                BruteForce.isLinearization(failure.prefix(), BruteForce.prefix(ofKey, end)),
                () -> failure + "\n" + history);
        String sentence = failure.diagnostic().orElseThrow().message();
        assertTrue(sentence.contains("no order of the calls on \"" + failure.key() + "\" allows that"), sentence);
    }

    private static RandomHistories histories(int seed, int values, IntFunction<String> valueOf) {
        Random random = new Random(seed);
        int keys = 1 + random.nextInt(2);
        return new RandomHistories(
                seed,
                new Workload(
                        1 + random.nextInt(4),
                        2 + random.nextInt(keys == 1 ? 6 : 7),
                        keys,
                        10 + random.nextInt(30),
                        30 + random.nextInt(30),
                        random.nextInt(300),
                        values,
                        valueOf));
    }

    private static List<History> both(RandomHistories histories, int seed) {
        List<History> all = new ArrayList<>();
        all.add(histories.correct());
        all.add(histories.damaged(1 + seed % 2));
        return all;
    }
}
