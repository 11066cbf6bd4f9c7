package kvlab.record;

import java.util.List;

/** A fault, or the end of one. Faults of single messages are {@link NetworkEvent}s. */
public sealed interface FaultEvent extends Happening {

    /** A fault of the network begins. */
    record Cut(InjectedFault fault) implements FaultEvent {
        @Override
        public String toString() {
            return fault.toString();
        }
    }

    /**
     * Faults of the network end.
     *
     * @param from the servers or the client that reach others again; empty for all
     * @param to whom they reach again; empty for all
     */
    record Healed(Repair repair, List<Place> from, List<Place> to) implements FaultEvent {
        public Healed {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return switch (repair) {
                case ALL -> "all servers are connected";
                case RECONNECTED -> from + " are connected to their peers";
                case HEARD -> to + " hear " + from + " again";
                case RELEASED -> "messages from " + from + " to " + to + " go on";
                case CLIENT -> from.get(0) + " reaches all servers";
            };
        }
    }

    /** What ends. */
    enum Repair {
        /** All cuts, slow and stalled links, and confinements. */
        ALL,
        /** A cut-off of servers from all their peers. */
        RECONNECTED,
        /** A one-way cut. */
        HEARD,
        /** A stalled link. */
        RELEASED,
        /** A client's confinement. */
        CLIENT
    }

    /** A server crashes: this life ends. */
    record Crashed(InjectedFault fault) implements FaultEvent {
        @Override
        public String toString() {
            return fault.toString();
        }
    }

    /** A server starts again from its disk; the place has its new life. */
    record Restarted(int server) implements FaultEvent {
        @Override
        public String toString() {
            return "server " + server + " starts again";
        }
    }

    /**
     * A server reaches a point at which a fault was to strike.
     *
     * @param occurrence the n-th time that a server reached this point, from 1
     */
    record Triggered(String point, int occurrence, String action) implements FaultEvent {
        @Override
        public String toString() {
            return "reaches trigger point " + point + " " + occurrence + ": " + action;
        }
    }
}
