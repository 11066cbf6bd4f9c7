package lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kvlab.api.GetResult;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;

/** Servers' fields, as students declare them. */
public class Fields {
    /** Of a superclass. */
    protected long term;

    /** A waiting handler. */
    public record Waiting(long term, Promise<GetResult> answer) {}

    /** What was applied last. */
    public record Applied(RequestId request, GetResult answer) {}

    /** A record that can change. */
    public record Ids(List<Integer> content) {}

    /** A role. */
    public enum Role {
        FOLLOWER,
        LEADER
    }

    /** An object of an own class. */
    public static final class Store {
        public final Map<String, String> data = new HashMap<>();
    }

    /** A server. */
    public static final class Server extends Fields {
        public static final List<String> SHARED = List.of("not read");
        public ServerContext context;
        public Role role = Role.FOLLOWER;
        public final Store store = new Store();
        public final Map<Long, Waiting> waitingAt = new TreeMap<>();
        public final Map<Long, Applied> applied = new HashMap<>();
        public final Deque<String> queue = new ArrayDeque<>();
        public Supplier<String> function = () -> "";

        public void term(long next) {
            term = next;
        }
    }

    /** Any content. */
    public static final class Holder {
        public Object content;

        public Holder(Object content) {
            this.content = content;
        }
    }

    /** A list of nodes. */
    public static final class Node {
        public Node next;
        public int number;
    }

    /** Hides a field. */
    public static final class Hiding extends Fields {
        public String term = "own";
    }

    /** An inner object that knows its server. */
    public final class Inner {
        public int count = 3;
    }

    /** Of this server. */
    public Inner inner() {
        return new Inner();
    }
}
