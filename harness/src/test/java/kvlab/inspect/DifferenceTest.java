package kvlab.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kvlab.api.GetResult;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.sim.SimPromise;
import lab.Fields;
import org.junit.jupiter.api.Test;

/** Differences are said as a reader would: which field, where in it, what was there and what is there now. */
class DifferenceTest {
    private final Map<Promise<?>, Object> completed = new HashMap<>();
    private final Inspector inspector = new Inspector(promise -> Optional.ofNullable(completed.get(promise)));
    private final Watch watch = new Watch(inspector);
    private final Fields.Server server = new Fields.Server();

    private String changes() {
        return watch.read(server).toString();
    }

    /** What is said after a change of a field's content. */
    private static String change(Object before, Object after) {
        Inspector inspector = new Inspector(promise -> Optional.empty());
        Watch watch = new Watch(inspector);
        Fields.Holder holder = new Fields.Holder(before);
        watch.read(holder);
        holder.content = after;
        return watch.read(holder).toString();
    }

    @Test
    void atFirstAllFieldsAreNew() {
        assertEquals(
                "term: → 0, context: → null, role: → FOLLOWER, store: → Store[data={}], waitingAt: → {}, applied: → {},"
                        + " queue: → [], function: → a function",
                changes());
    }

    @Test
    void eachFieldIsNamedOnceWithAllThatChangedInIt() {
        server.store.data.put("k", "ab");
        server.store.data.put("gone", "x");
        changes();
        server.term(4);
        server.role = Fields.Role.LEADER;
        server.store.data.put("k", "abb");
        server.store.data.put("new", "y");
        server.store.data.remove("gone");
        assertEquals(
                "term: 0 → 4, role: FOLLOWER → LEADER, store.data {gone: \"x\" →, k: \"ab\" → \"abb\", new: → \"y\"}",
                changes());
        assertEquals("", changes());
    }

    @Test
    void insideOfAnEntryOnlyWhatDiffersIsNamed() {
        server.applied.put(1L, new Fields.Applied(new RequestId(1, 4), GetResult.success("")));
        changes();
        server.applied.put(1L, new Fields.Applied(new RequestId(1, 5), GetResult.success("v")));
        assertEquals("applied {1.request.sequence: 4 → 5, 1.answer.value: \"\" → \"v\"}", changes());
    }

    @Test
    void aPromiseIsCompleted() {
        Promise<GetResult> answer = new SimPromise<>(null);
        server.waitingAt.put(7L, new Fields.Waiting(3, answer));
        changes();
        completed.put(answer, GetResult.success("v"));
        assertEquals(
                "waitingAt {7.answer: promise → promise[value=GetResult[status=SUCCESS, value=\"v\"]]}", changes());
        server.waitingAt.clear();
        assertTrue(changes().startsWith("waitingAt {7: Waiting[term=3, answer=promise[value=GetResult["));
    }

    @Test
    void elementsOfASetComeAndGo() {
        assertEquals(
                "content {1: present →, 3: → present}",
                change(new HashSet<>(Set.of(1, 2)), new HashSet<>(Set.of(2, 3))));
    }

    @Test
    void inAListWhatWasInsertedAndRemovedIsFound() {
        assertEquals("content {3: → 4}", change(List.of(1, 2, 3), List.of(1, 2, 3, 4)));
        assertEquals("content {0: 1 →}", change(List.of(1, 2, 3), List.of(2, 3)));
        assertEquals("content {1: → 9}", change(List.of(1, 2), List.of(1, 9, 2)));
        assertEquals("content {1: 2 → 9, 2: 3 →}", change(List.of(1, 2, 3, 4), List.of(1, 9, 4)));
    }

    @Test
    void anotherKindOfContentIsShownWhole() {
        assertEquals("content: 1 → [1]", change(1, List.of(1)));
        assertEquals("content: null → {}", change(null, Map.of()));
        assertEquals(
                "content: Holder[content=1] → Node[next=null, number=0]",
                change(new Fields.Holder(1), new Fields.Node()));
    }

    @Test
    void manyChangesAreCounted() {
        List<Integer> numbers = IntStream.range(0, 77).boxed().toList();
        String text = change(List.of(), numbers);
        assertTrue(text.endsWith("39: → 39}, and 37 more"), text);
    }

    /** Whether a key that was not read is new cannot be known. */
    @Test
    void ofALargeMapOnlyEntriesReadTwiceAreCompared() {
        Map<Integer, Integer> map = new HashMap<>();
        IntStream.range(0, 400).forEach(i -> map.put(i, i));
        Fields.Holder holder = new Fields.Holder(map);
        watch.read(holder);
        map.put(3, -3);
        map.remove(5);
        assertEquals(
                "content {3: 3 → -3, (size): 400 → 399}", watch.read(holder).toString());
    }

    @Test
    void aMapMayOutgrowWhatIsRead() {
        Map<Integer, Integer> map = new HashMap<>();
        IntStream.range(0, 256).forEach(i -> map.put(i, i));
        Fields.Holder holder = new Fields.Holder(map);
        watch.read(holder);
        map.put(1_000, 1);
        assertTrue(watch.read(holder).toString().endsWith("(size): 256 → 257}"));
    }

    @Test
    void nothingIsReadAnyMoreOnceThatHasCostTooMuch() {
        List<List<String>> large = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> large.add(new ArrayList<>(List.of(String.valueOf(i)))));
        Fields.Holder holder = new Fields.Holder(large);
        Inspector patient = new Inspector(promise -> Optional.empty(), 100_000);
        Watch watch = new Watch(patient);
        Difference last = watch.read(holder);
        int reads = 0;
        while (!last.toString().contains("not read any more")) {
            large.get(299).set(0, String.valueOf(++reads));
            last = watch.read(holder);
            assertTrue(!last.isEmpty());
        }
        assertTrue(patient.work() < 100_000 + Reading.MAX_VALUES);
        large.clear();
        assertSame(Difference.NONE, watch.read(holder));
        assertTrue(reads > 100);
    }

    @Test
    void changesAreValuesOfTheirOwn() {
        server.queue.add("x");
        Value before = inspector.read(server);
        server.queue.add("y");
        assertEquals(
                List.of(new Change("queue", "1", "", "\"y\"")),
                Difference.between(before, inspector.read(server)).changes());
    }
}
