package kvlab.net;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.record.Place;

/** An endpoint of links: a server or a client. Equality is identity. */
public final class Endpoint {
    private final int number;
    private final String name;
    private Place place;
    private Receiver receiver;
    private Optional<Set<Integer>> reach = Optional.empty();
    private long silentUntil;

    /** Receives the messages of an endpoint, in the event loop. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * A message has arrived.
         */
        void receive(Endpoint from, Message message);
    }

    Endpoint(Place place, int number) {
        this.place = place;
        this.name = place.name();
        this.number = number;
    }

    /** The displayed name, such as "server 2" or "client 1". */
    public String name() {
        return name;
    }

    /** The number: servers first, from 0, then clients in the order in which they joined. */
    public int number() {
        return number;
    }

    boolean isServer() {
        return place.kind() == Place.Kind.SERVER;
    }

    public Place place() {
        return place;
    }

    /** A server begins its next life. */
    public void restarted(Place newPlace) {
        place = newPlace;
    }

    /** Sets the receiver; {@code null} while the endpoint is down, so that messages are lost. */
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

    /** Loses what this server sends to clients until a time, in nanoseconds. */
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
