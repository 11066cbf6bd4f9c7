package kvlab.net;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One end of links: a server or a client. Equal to itself alone. */
public final class Endpoint {
    private final String name;
    private final int number;
    private final boolean server;
    private Receiver receiver;
    private Optional<Set<Integer>> reach = Optional.empty();
    private long silentUntil;

    /** Takes the messages that arrive at an endpoint, in the event loop. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * A message has arrived.
         *
         * @param from who sent it
         * @param message what was sent
         */
        void receive(Endpoint from, Message message);
    }

    Endpoint(String name, int number, boolean server) {
        this.name = name;
        this.number = number;
        this.server = server;
    }

    /** As people call it, such as "server 2" or "client 1". */
    public String name() {
        return name;
    }

    /** Its number: servers come first, from 0, then the others in the order in which they joined. */
    public int number() {
        return number;
    }

    boolean isServer() {
        return server;
    }

    /** Who takes the messages from now on; {@code null} while the endpoint is down, and messages are then lost. */
    public void receiver(Receiver newReceiver) {
        receiver = newReceiver;
    }

    Receiver receiver() {
        return receiver;
    }

    void reachOnly(List<Integer> servers) {
        reach = Optional.of(Set.copyOf(servers));
    }

    void reachAll() {
        reach = Optional.empty();
    }

    boolean reaches(Endpoint other) {
        return reach.isEmpty() || reach.get().contains(other.number());
    }

    /** What this server sends to clients is lost until a time, in nanoseconds. */
    void silentUntil(long time) {
        silentUntil = time;
    }

    boolean isSilentAt(long time) {
        return time < silentUntil;
    }

    @Override
    public String toString() {
        return name;
    }
}
