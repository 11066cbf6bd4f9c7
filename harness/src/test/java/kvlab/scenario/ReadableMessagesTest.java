package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.Cluster;
import kvlab.cluster.CodeUnderTest;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** Whatever keys and values a schedule has, a person can read what is said about it. */
class ReadableMessagesTest {
    private static final int SEEDS = 60;

    private final World world = new World();

    /** Agrees on each call, and answers a get with something else. */
    private record Forgetful(ServerContext context, UnaryOperator<String> answer) implements KeyValueServer {
        private record Seen(String key, String value) implements Command {}

        private boolean agreeOn(String key, String value) {
            Start start = context.raft().start(new Seen(key, value));
            Promise<Boolean> never = context.promise();
            if (start.leader()) {
                never.await(Duration.ofMillis(100));
            }
            return start.leader();
        }

        @Override
        public Status put(RequestId request, String key, String value) {
            context.log("put %s = %s", key, value);
            return agreeOn(key, value) ? Status.SUCCESS : Status.NOT_LEADER;
        }

        @Override
        public Status append(RequestId request, String key, String value) {
            return put(request, key, value);
        }

        @Override
        public GetResult get(RequestId request, String key) {
            return agreeOn(key, "") ? GetResult.success(answer.apply(key)) : GetResult.failed(Status.NOT_LEADER);
        }

        @Override
        public void onNextCommand(CommittedCommand committed) {}
    }

    /** Writes and reads five keys, without looking at what is read. */
    private static void writeAndRead(Cluster cluster) {
        cluster.awaitLeader();
        Client client = cluster.client();
        for (int i = 0; i < 5; i++) {
            String key = cluster.data().key(i);
            client.put(key, cluster.data().value());
            client.append(key, cluster.data().parts().part(1, i));
            client.get(key);
        }
    }

    @Test
    void whatTheHistorySaysIsPrintable() {
        Set<String> messages = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Verdict verdict = run(seed, Recording.OFF, key -> key + "\u202e\0\ud800" + key);
            assertInstanceOf(Verdict.Failed.class, verdict, "seed " + seed);
            assertPrintable(verdict.diagnostic().message(), seed);
            assertPrintable(verdict.detail(), seed);
            messages.add(verdict.diagnostic().message());
        }
        assertEquals(SEEDS, messages.size());
    }

    @Test
    void theRecordIsPrintable() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Recording recording = Recording.on();
            run(seed, recording, key -> "");
            for (Event event : recording.events()) {
                String line = event.what().toString();
                assertTrue(line.indexOf('\n') < 0, line);
                assertTrue(line.codePoints().allMatch(ReadableMessagesTest::isVisible), line);
            }
        }
    }

    /** Otherwise stories and happens-before would join what has nothing to do with each other. */
    @Test
    void whatHappensOnAServerFollowsFromItselfAMessageOrTheScenario() {
        Recording recording = Recording.on();
        run(1, recording, key -> "");
        for (Event event : recording.events()) {
            if (event.place().kind() == Place.Kind.SERVER && event.cause() != Event.NO_CAUSE) {
                Event cause = recording.events().get((int) event.cause());
                assertTrue(
                        cause.place().kind() != Place.Kind.SERVER
                                || cause.place().number() == event.place().number()
                                || cause.what() instanceof NetworkEvent,
                        () -> event + " follows from " + cause);
            }
        }
    }

    private Verdict run(long seed, Recording recording, UnaryOperator<String> answer) {
        CodeUnderTest code =
                new CodeUnderTest(context -> new Forgetful(context, answer), context -> null, Optional.empty());
        return new ScheduleRunner(world, code)
                .run(ReadableMessagesTest::writeAndRead, 3, seed, recording, Elements.all())
                .verdict();
    }

    private static void assertPrintable(String text, long seed) {
        assertTrue(text.matches("[ -~\n]*"), "seed " + seed + ": " + text);
    }

    /** What a submission says may be in any language, but not hidden. */
    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
