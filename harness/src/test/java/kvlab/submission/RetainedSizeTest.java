package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import org.junit.jupiter.api.Test;

/** What a server holds on to is counted in its own classes and in the library's collections. */
class RetainedSizeTest {
    private final ServerContext context = (ServerContext) Proxy.newProxyInstance(
            ServerContext.class.getClassLoader(), new Class<?>[] {ServerContext.class}, (proxy, method, arguments) -> {
                throw new AssertionError(method + " should not be called");
            });

    /** By how much the count grows with each call of a server with these members, of which put calls remember(r, v). */
    private int growth(String members) {
        String text = StudentCode.serverText(members)
                .replace(
                        "public Status put(RequestId r, String k, String v) { return null; }",
                        "public Status put(RequestId r, String k, String v) { remember(r, v); return null; }");
        KeyValueServer server = StudentCode.load(
                        StudentCode.file("KvServer", text).loader())
                .program()
                .newServer(context);
        call(server, 0);
        int before = RetainedSize.by(server);
        call(server, 10);
        return RetainedSize.by(server) - before;
    }

    private static void call(KeyValueServer server, long first) {
        for (long sequence = first; sequence < first + 10; sequence++) {
            server.put(new RequestId(1, sequence), "key", "value");
        }
    }

    @Test
    void whatIsReplacedDoesNotCount() {
        assertEquals(0, growth("""
                private final Map<Long, RequestId> last = new HashMap<>();
                void remember(RequestId r, String v) { last.put(r.client(), r); }
                """));
    }

    @Test
    void aTableOfAllRequestsGrowsWithEach() {
        assertEquals(20, growth("""
                private final Map<RequestId, String> all = new HashMap<>();
                void remember(RequestId r, String v) { all.put(r, v); }
                """));
    }

    @Test
    void smallNumbersCountThoughTheLibrarySharesThem() {
        assertEquals(10, growth("""
                private final Map<Long, Set<Long>> seen = new HashMap<>();
                void remember(RequestId r, String v) {
                    seen.computeIfAbsent(r.client(), c -> new TreeSet<>()).add(r.sequence());
                }
                """));
    }

    @Test
    void aStructureOfTheStudentsOwnIsLookedInto() {
        assertEquals(20, growth("""
                private static final class Node { final Node next; final Object[] held;
                    Node(Node next, Object held) { this.next = next; this.held = new Object[] {held}; } }
                private Node first;
                void remember(RequestId r, String v) { first = new Node(first, null); }
                """));
    }

    @Test
    void aCircleIsCountedToItsEnd() {
        assertTrue(growth("""
                private final List<Object> circle = new ArrayList<>();
                void remember(RequestId r, String v) { circle.add(this); circle.add(circle); }
                """) > 0);
    }
}
