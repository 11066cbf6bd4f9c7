package kvlab.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.stream.Stream;
import kvlab.cluster.CodeUnderTest;
import kvlab.scenario.CoreTests;
import kvlab.sim.Trace;
import kvlab.sim.World;
import kvlab.submission.Submission;
import kvlab.submission.UncheckedCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule applies to the submissions here: what they share is noticed by its effect alone. */
class IsolationCheckTest {

    /** A server that answers from one map of all servers, and replicates nothing. */
    private static final String ANSWERS_FROM_MEMORY = """
            package lab;
            import java.math.*; import java.util.*; import java.util.concurrent.*; import java.util.function.*; import kvlab.api.*;
            @SuppressWarnings("unchecked")
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
                static Map<String, String> store() { return (Map<String, String>) memory(); }
            """;

    /** Each paragraph is one way to hide a map that all servers find: {@code memory()}. */
    private static final String WAYS = """
            static Map<String, String> all = new HashMap<>(); static Object memory() { return all; }

            static final List<String> NAMES = (List<String>) (List<?>) List.of(new HashMap<>());
                static Object memory() { return ((List<?>) NAMES).get(0); }

            interface Shared { Iterable<Object> ALL = new ArrayDeque<>(List.of(new HashMap<>())); }
                static Object memory() { return Shared.ALL.iterator().next(); }

            static final Cloneable BOX = new Object[] {new HashMap<>()};
                static Object memory() { return ((Object[]) BOX)[0]; }

            static class Big extends BigInteger { Object content = new HashMap<>(); Big() { super("1"); } }
                static final BigInteger ONE = new Big(); static Object memory() { return ((Big) ONE).content; }

            static class Big extends BigDecimal { final Object content = new HashMap<>(); Big() { super("1"); } }
                static final BigDecimal ONE = new Big(); static Object memory() { return ((Big) ONE).content; }

            enum Kind { PUT(kept()); final Supplier<Object> f; Kind(Supplier<Object> f) { this.f = f; }
                static Supplier<Object> kept() { Queue<Object> q = new ArrayDeque<>(List.of(new HashMap<>())); return q::peek; } }
                static Object memory() { return Kind.PUT.f.get(); }

            static final Map MAP = new HashMap(); static Object memory() { return MAP; }

            static class Fails { static final int NEVER = Integer.parseInt("never"); }
                static class Kept extends Exception { final Object content = new HashMap<>(); }
                static Object memory() { while (true) { try { return Fails.NEVER; } catch (NoClassDefFoundError e) {
                    if (e.getCause().getSuppressed().length == 0) { e.getCause().addSuppressed(new Kept()); }
                    return ((Kept) e.getCause().getSuppressed()[0]).content; } catch (LinkageError first) {} } }

            enum Store { SHARED; Map<String, String> content = new HashMap<>(); }
                static Object memory() { return Store.SHARED.content; }

            static final Exception CARRIER = new Exception(); static class Holder extends Exception { Object m = new HashMap<>(); }
                static Object memory() { if (CARRIER.getSuppressed().length == 0) { CARRIER.addSuppressed(new Holder()); }
                    return ((Holder) CARRIER.getSuppressed()[0]).m; }

            record Op(Object content) implements Command {} static final Command NO_OP = new Op(new HashMap<>());
                static Object memory() { return ((Op) NO_OP).content(); }
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

    static Stream<String> ways() {
        return Arrays.stream(WAYS.split("\n\n"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void memoryThatServersShareIsNoticed(String way) {
        Verdict verdict = verdict(ANSWERS_FROM_MEMORY + way + "}", SEVERAL_LEADERS);
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
        Trace trace = IsolationCheck.newTrace();
        Verdict together = new ScheduleRunner(world, CodeUnderTest.of(submission)).run(test, SEED, trace);
        return new IsolationCheck(world, submission)
                .verdict(test, SEED, assertInstanceOf(Verdict.Passed.class, together), trace);
    }

    private static TestCase test(String name) {
        return Stream.of(CoreTests.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .map(TestCase::new)
                .findFirst()
                .orElseThrow();
    }
}
