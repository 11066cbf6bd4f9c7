package kvlab.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.stream.Stream;
import kvlab.cluster.CodeUnderTest;
import kvlab.record.Recording;
import kvlab.scenario.CoreTests;
import kvlab.sim.World;
import kvlab.submission.Submission;
import kvlab.submission.UncheckedCode;
import org.junit.jupiter.api.Test;

/** No rule applies to the submissions here: what they share is noticed by its effect alone. */
class IsolationCheckTest {

    /** A server that answers from one map of all servers, and replicates nothing. */
    private static final String ANSWERS_FROM_MEMORY = """
            package lab;
            import java.util.*; import kvlab.api.*;
            public class KvServer implements KeyValueServer {
                private final ServerContext context;
                public KvServer(ServerContext context) { this.context = context; }
                private boolean leads() { return context.raft().state().leader(); }
                public Status put(RequestId r, String k, String v) {
                    if (!leads()) { return Status.NOT_LEADER; }
                    store().put(k, v); return Status.SUCCESS; }
                public Status append(RequestId r, String k, String v) {
                    if (!leads()) { return Status.NOT_LEADER; }
                    store().merge(k, v, String::concat); return Status.SUCCESS; }
                public GetResult get(RequestId r, String k) {
                    return leads() ? GetResult.success(store().getOrDefault(k, "")) : GetResult.failed(Status.NOT_LEADER); }
                public void onNextCommand(CommittedCommand c) {}
                static Map<String, String> store = new HashMap<>(); static Map<String, String> store() { return store; } }
            """;

    /** A server that replicates, as far as one test on a network without faults needs it. */
    private static final String REPLICATES = """
            package lab;
            import java.time.Duration; import java.util.*; import kvlab.api.*;
            public class KvServer implements KeyValueServer {
                enum Kind { PUT, APPEND { @Override String of(String old, String v) { return old + v; } }, GET;
                    String of(String old, String value) { return value; } }
                record Op(Kind kind, String key, Optional<String> value) implements Command { CONSTRUCTOR }
                private final ServerContext context;
                private final Map<String, String> store = new HashMap<>();
                private final Map<Long, Promise<String>> waiting = new HashMap<>();
                public KvServer(ServerContext context) { this.context = context; }
                public Status put(RequestId r, String k, String v) { return run(new Op(Kind.PUT, k, Optional.of(v))).status(); }
                public Status append(RequestId r, String k, String v) {
                    return run(new Op(Kind.APPEND, k, Optional.of(v))).status(); }
                public GetResult get(RequestId r, String k) { return run(new Op(Kind.GET, k, Optional.empty())); }
                private GetResult run(Op op) {
                    Start start = context.raft().start(op);
                    if (!start.leader()) { return GetResult.failed(Status.NOT_LEADER); }
                    Promise<String> applied = context.promise();
                    waiting.put(start.index(), applied);
                    return applied.await(Duration.ofSeconds(2)).map(GetResult::success)
                        .orElseGet(() -> GetResult.failed(Status.TIMEOUT)); }
                public void onNextCommand(CommittedCommand c) {
                    Op op = (Op) c.command();
                    String old = store.getOrDefault(op.key(), "");
                    if (op.kind() != Kind.GET) { store.put(op.key(), op.kind().of(old, op.value().get())); }
                    Promise<String> applied = waiting.remove(c.index());
                    if (applied != null) { applied.complete(old); }
                    LOG }
            }
            """;

    private static final TestCase BASIC = test("basicOperations");
    private static final TestCase SEVERAL_LEADERS = test("operationsThroughReElection");
    private static final long SEED = 7;

    private final World world = new World();

    @Test
    void memoryThatServersShareIsNoticed() {
        Verdict verdict = verdict(ANSWERS_FROM_MEMORY, SEVERAL_LEADERS);
        assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(
                "servers or Clerks share memory beside the log: where each of them has classes of its own, as on a"
                        + " machine of its own, test 5 of suite core, seed 7 runs differently. Keep what a server or Clerk"
                        + " knows in its own fields, not in static ones, and compare what comes from the log or in a"
                        + " message with equals, not with ==",
                verdict.message());
    }

    @Test
    void aServerThatReplicatesPasses() {
        assertInstanceOf(Verdict.Passed.class, verdict(replicating("", ""), BASIC));
    }

    @Test
    void whatDiffersByChanceIsNoSign() {
        assertInstanceOf(
                Verdict.Passed.class, verdict(replicating("", "context.log(\"\" + new Object().hashCode());"), BASIC));
    }

    @Test
    void aCommandThatCannotBeCopiedIsRefused() {
        Verdict verdict = verdict(replicating("Op { key = key + \"!\"; }", ""), BASIC);
        assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(
                "KvServer.Op cannot be copied, as real networks and disks do it: its constructor does not keep the"
                        + " component key that it is given",
                verdict.message());
    }

    private static String replicating(String constructor, String log) {
        return REPLICATES.replace("CONSTRUCTOR", constructor).replace("LOG", log);
    }

    private Verdict verdict(String text, TestCase test) {
        Submission submission = UncheckedCode.server(text);
        Recording recording = IsolationCheck.newRecording();
        Verdict together = new ScheduleRunner(world, CodeUnderTest.of(submission)).run(test, SEED, recording);
        return new IsolationCheck(world, submission)
                .verdict(test, SEED, assertInstanceOf(Verdict.Passed.class, together), recording);
    }

    private static TestCase test(String name) {
        return Stream.of(CoreTests.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .map(TestCase::new)
                .findFirst()
                .orElseThrow();
    }
}
