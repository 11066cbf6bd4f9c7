package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import kvlab.grader.execute.LabSuite;
import kvlab.record.CodeEvent.Fields;
import kvlab.record.Event;
import kvlab.record.Recording;
import kvlab.record.Timeline;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of correct designs are read while they run, which they do not notice. */
class FieldTraceTest {
    private static final Predicate<Event> OF_FIELDS = event -> event.what() instanceof Fields;
    private static final int SERVERS = 5;
    private static final long SEED = 81;

    /** Each with what shows that it has applied a command, and that a handler or a call is under way. */
    @ParameterizedTest
    @CsvSource({
        "minimal, 'store {', 'waiters {'",
        "persistent-map, 'state.store', 'waiting'",
        "own-raft, 'store {', 'commitIndex: '",
        "plain-clerk, 'store {', 'sequence: '"
    })
    void theFieldsOfServersAndClerksAreSeenToChange(String name, String applied, String underWay) {
        CorpusEntry entry = TestKit.CORPUS.correct().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), new World());
        TestCase test =
                LabSuite.named(entry.suites().get(0)).orElseThrow().tests().get(4);
        Recording plain = Recording.on();
        Recording withFields = Recording.withFields();
        assertInstanceOf(Verdict.Passed.class, loaded.run(test, SEED, plain));
        assertInstanceOf(Verdict.Passed.class, loaded.run(test, SEED, withFields));

        assertEquals(new Timeline(plain).text(), new Timeline(withFields).text(OF_FIELDS.negate()));
        List<Event> fields = withFields.events().stream().filter(OF_FIELDS).toList();
        for (int server = 0; server < SERVERS; server++) {
            String where = "server " + server;
            List<String> own = fields.stream()
                    .filter(line -> line.place().name().equals(where))
                    .map(event -> event.what().toString())
                    .toList();
            assertTrue(own.stream().filter(line -> line.contains(applied)).count() > 1, () -> name + ": " + own);
        }
        String all = String.join(
                "\n", fields.stream().map(event -> event.what().toString()).toList());
        assertTrue(all.contains(underWay), all);
        assertTrue(!all.contains("cannot be read") && !all.contains("not read any more"), all);
    }
}
