package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.cluster.FaultTrigger.FaultAction;
import kvlab.cluster.TriggerPoint;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.Happening;
import kvlab.record.NetworkEvent;
import kvlab.record.NoteEvent;
import kvlab.record.Recording;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/**
 * The faults and episodes that the handout promises for the fifteen tests do occur, often enough to show a bug in some of
 * a hundred schedules. Counted in the traces of a correct server and Clerk.
 */
class ExtendedFaultsIT {
    /** Of each test. */
    private static final int SCHEDULES = Integer.getInteger("corpus.schedules", 15);

    private static final LabSuite EXTENDED = LabSuite.named("extended").orElseThrow();
    private static final Pattern TRIGGER = Pattern.compile("reaches trigger point (\\w+) \\d+: (\\w+)");

    private static final List<Integer> NET = List.of(3, 4, 12, 14, 15);
    private static final List<Integer> RESTARTS = List.of(10, 11, 12, 13, 14, 15);
    private static final List<Integer> PARTITIONS = List.of(8, 9, 13, 14, 15);
    private static final List<Integer> ROUNDS = List.of(1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15);

    /** What must be in the traces of so many of a hundred schedules of some tests together. */
    private record Promise(String text, int schedules, List<Integer> tests) {}

    private static final List<Promise> PROMISES = List.of(
            new Promise("(by chance)", 95, NET),
            new Promise("duplicates ", 60, NET),
            new Promise("holds back ", 60, NET),
            new Promise("partition [", 90, PARTITIONS),
            new Promise("no longer hear", 8, PARTITIONS),
            new Promise("is the bridge between", 5, PARTITIONS),
            new Promise("ring of servers", 5, PARTITIONS),
            new Promise(" crashes", 95, RESTARTS),
            new Promise("episode: Idle", 4, ROUNDS),
            new Promise("episode: LongSession", 1, ROUNDS),
            new Promise("episode: Outage", 10, List.of(3, 8, 9, 10, 11, 12, 13, 14, 15)),
            new Promise("episode: LostLeader", 12, PARTITIONS),
            new Promise("episode: SharedBarrier", 4, List.of(9, 13, 14, 15)),
            new Promise("episode: ComeBack", 8, PARTITIONS),
            new Promise("episode: SameIndex", 4, PARTITIONS));

    private final LoadedEntry solution =
            LoadedEntry.load(TestKit.CORPUS.solution().files(), List.of("extended"), new World());

    /** In how many schedules something happened, by its text. */
    private final Map<String, Integer> occurrences = new TreeMap<>();

    /** How often each trigger struck in all schedules. */
    private final Map<String, Integer> triggers = new TreeMap<>();

    @Test
    void happenOftenEnough() {
        EXTENDED.tests().forEach(this::count);
        assertEquals(
                List.of(),
                PROMISES.stream().flatMap(promise -> broken(promise).stream()).toList());
        expectTriggers();
    }

    private Optional<String> broken(Promise promise) {
        int found = occurrences.getOrDefault(promise.text(), 0);
        int schedules = SCHEDULES * promise.tests().size();
        return found * 100 >= promise.schedules() * schedules
                ? Optional.empty()
                : Optional.of("\"" + promise.text() + "\" is in " + found + " of " + schedules + " schedules only");
    }

    /** Each point and each action. */
    private void expectTriggers() {
        for (FaultAction action : FaultAction.values()) {
            String name = action.name().toLowerCase(Locale.ROOT);
            assertTrue(triggers.keySet().stream().anyMatch(trigger -> trigger.endsWith(name)), () -> name + triggers);
        }
        for (TriggerPoint point : TriggerPoint.values()) {
            String name = point.name().toLowerCase(Locale.ROOT) + " ";
            assertTrue(triggers.keySet().stream().anyMatch(trigger -> trigger.startsWith(name)), () -> name + triggers);
        }
    }

    private void count(TestCase test) {
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            Recording recording = Recording.on();
            Verdict verdict = solution.run(test, seed, recording);
            assertEquals("passed", verdict.message(), "seed " + seed);
            List<String> lines = recording.events().stream()
                    .map(Event::what)
                    .filter(ExtendedFaultsIT::isTrouble)
                    .map(Happening::toString)
                    .toList();
            for (Promise promise : PROMISES) {
                if (promise.tests().contains(test.number())
                        && lines.stream().anyMatch(line -> line.contains(promise.text()))) {
                    occurrences.merge(promise.text(), 1, Integer::sum);
                }
            }
            for (String line : lines) {
                Matcher trigger = TRIGGER.matcher(line);
                if (trigger.find()) {
                    triggers.merge(trigger.group(1) + " " + trigger.group(2), 1, Integer::sum);
                }
            }
        }
    }

    /** Other events are many, and their texts costly. */
    private static boolean isTrouble(Happening what) {
        return what instanceof FaultEvent
                || what instanceof NoteEvent
                || what instanceof NetworkEvent.Dropped
                || what instanceof NetworkEvent.Duplicated
                || what instanceof NetworkEvent.HeldBack;
    }
}
