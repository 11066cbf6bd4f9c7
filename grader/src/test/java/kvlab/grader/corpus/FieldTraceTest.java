package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.Trace;
import kvlab.sim.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of correct designs are read while they run, which they do not notice. */
class FieldTraceTest {
    private static final Predicate<Trace.Line> OF_FIELDS = line -> line.what().startsWith("fields: ");
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
        Trace plain = Trace.on();
        Trace withFields = Trace.withFields();
        assertInstanceOf(Verdict.Passed.class, loaded.run(test, SEED, plain));
        assertInstanceOf(Verdict.Passed.class, loaded.run(test, SEED, withFields));

        assertEquals(
                plain.lines(),
                withFields.lines().stream().filter(OF_FIELDS.negate()).toList());
        List<Trace.Line> fields = withFields.lines().stream().filter(OF_FIELDS).toList();
        for (int server = 0; server < SERVERS; server++) {
            String where = "server " + server;
            List<String> own = fields.stream()
                    .filter(line -> line.where().equals(where))
                    .map(Trace.Line::what)
                    .toList();
            assertTrue(own.stream().filter(line -> line.contains(applied)).count() > 1, () -> name + ": " + own);
        }
        String all = String.join("\n", fields.stream().map(Trace.Line::what).toList());
        assertTrue(all.contains(underWay), all);
        assertTrue(!all.contains("cannot be read") && !all.contains("not read any more"), all);
    }
}
