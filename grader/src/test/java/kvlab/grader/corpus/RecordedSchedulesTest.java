package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.api.Status;
import kvlab.grader.execute.LabSuite;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.CodeEvent.Resumed;
import kvlab.record.CodeEvent.Suspended;
import kvlab.record.Content.Reply;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.NetworkEvent.Delivered;
import kvlab.record.NetworkEvent.Sent;
import kvlab.record.Recording;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of real schedules promise to those who walk them. */
class RecordedSchedulesTest {

    @ParameterizedTest
    @CsvSource({"solution, core, 5", "plain-clerk, extended, 14", "own-raft, core, 5"})
    void aRecordIsAGraphOfCausesAndChangesNothing(String name, String suite, int number) {
        CorpusEntry entry = name.equals("solution") ? TestKit.CORPUS.solution() : correct(name);
        TestCase test = LabSuite.named(suite).orElseThrow().test(number);
        LoadedEntry batons = load(entry, suite, CoroutineKind.BATON);
        LoadedEntry best = load(entry, suite, CoroutineKind.best());
        for (long seed = 80; seed < 83; seed++) {
            Recording recording = Recording.on();
            Verdict recorded = best.run(test, seed, recording);
            assertEquals(best.run(test, seed), recorded, "the same verdict and figures without a record");
            assertInstanceOf(Verdict.Passed.class, recorded);
            assertEquals(0, recording.dropped());
            causesAreEarlier(recording.events());
            eachMessageIsSentOnce(recording.events());
            answersLeadBackToTheirCalls(recording.events());
            Recording again = Recording.on();
            batons.run(test, seed, again);
            assertTrue(recording.isSameAs(again), "both kinds of coroutine, seed " + seed);
        }
    }

    private static LoadedEntry load(CorpusEntry entry, String suite, CoroutineKind kind) {
        return LoadedEntry.load(entry.files(), List.of(suite), new World(kind, World.HANG_TIMEOUT));
    }

    private static CorpusEntry correct(String name) {
        return TestKit.CORPUS.correct().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void causesAreEarlier(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            assertEquals(i, event.id());
            if (event.cause() != Event.NO_CAUSE) {
                assertTrue(event.cause() < event.id(), event::toString);
                Event cause = events.get((int) event.cause());
                assertTrue(cause.at().compareTo(event.at()) <= 0, () -> cause + " leads to the earlier " + event);
            }
            if (event.what() instanceof Resumed resumed) {
                Suspended suspended = assertInstanceOf(
                        Suspended.class, events.get((int) resumed.suspended()).what());
                assertEquals(resumed.coroutine(), suspended.coroutine(), event::toString);
            }
        }
    }

    /** What then happens to it has to do with the same ends and content, and it is sent before. */
    private static void eachMessageIsSentOnce(List<Event> events) {
        Map<Long, Event> sent = new HashMap<>();
        for (Event event : events) {
            if (event.what() instanceof Sent message) {
                assertEquals(null, sent.put(message.message(), event), event::toString);
            } else if (event.what() instanceof NetworkEvent network) {
                Event sending = sent.get(network.message());
                assertNotNull(sending, event::toString);
                Sent message = (Sent) sending.what();
                assertEquals(message.content(), network.content());
                if (network instanceof Delivered delivered) {
                    assertEquals(message.to().name(), event.place().name());
                    assertEquals(sending.place(), delivered.from());
                } else {
                    assertEquals(
                            List.of(sending.place().name(), message.to().name()),
                            network.ends().stream().map(Object::toString).toList());
                }
            }
        }
    }

    private static void answersLeadBackToTheirCalls(List<Event> events) {
        int answers = 0;
        for (Event event : events) {
            if (event.what() instanceof Delivered delivered
                    && delivered.content() instanceof Reply reply
                    && reply.status() == Status.SUCCESS) {
                answers++;
                assertTrue(
                        leadsBackTo(events, event, reply),
                        () -> event + " does not lead back to the call of its client");
            }
        }
        assertTrue(answers > 10, "answers: " + answers);
    }

    /** Backwards along causes, and from where a coroutine goes on to where it was suspended. */
    private static boolean leadsBackTo(List<Event> events, Event answer, Reply reply) {
        Set<Long> seen = new HashSet<>();
        List<Event> open = new ArrayList<>(List.of(answer));
        while (!open.isEmpty()) {
            Event event = open.remove(open.size() - 1);
            if (event.what() instanceof Invoked invoked
                    && event.place().equals(answer.place())
                    && invoked.call().equals(reply.call())
                    && invoked.id().map(reply.id()::equals).orElse(true)) {
                return true;
            }
            if (event.cause() != Event.NO_CAUSE && seen.add(event.cause())) {
                open.add(events.get((int) event.cause()));
            }
            if (event.what() instanceof Resumed resumed && seen.add(resumed.suspended())) {
                open.add(events.get((int) resumed.suspended()));
            }
        }
        return false;
    }
}
