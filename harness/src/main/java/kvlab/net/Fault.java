package kvlab.net;

import java.time.Duration;
import java.util.List;

/**
 * An injected fault. Its components identify it within its schedule and do not depend on time: it affects the n-th
 * message of a link, or the n-th period of a server. So a schedule can be run again without one of its faults.
 */
public sealed interface Fault {

    /** The n-th message (from 0) from one endpoint to another is lost. */
    record Lost(String from, String to, long message) implements Fault {
        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " lost";
        }
    }

    /** The n-th message (from 0) from one endpoint to another counts as lost and is delivered late. */
    record LateDelivery(String from, String to, long message) implements Fault {
        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " gone astray";
        }
    }

    /** The n-th message (from 0) from one endpoint to another arrives twice. */
    record Duplicated(String from, String to, long message) implements Fault {
        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " duplicated";
        }
    }

    /** The n-th message (from 0) from one endpoint to another arrives late. */
    record HeldBack(String from, String to, long message) implements Fault {
        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " held back";
        }
    }

    /** A server is cut off from its peers for the n-th period (from 0) of periodic faults. */
    record PeriodCut(int server, long period) implements Fault {
        @Override
        public String toString() {
            return "server " + server + " cut off for period " + period;
        }
    }

    /** What a server sends is slowed for the n-th period (from 0) of periodic faults. */
    record PeriodSlow(int server, long period) implements Fault {
        @Override
        public String toString() {
            return "server " + server + " slowed for period " + period;
        }
    }

    /** The n-th time (from 0) that the scenario cuts servers off from all their peers, here: these. */
    record CutOff(long occasion, List<Integer> servers) implements Fault {
        @Override
        public String toString() {
            return "servers " + servers + " cut off";
        }
    }

    /** The n-th partition (from 0) of the scenario: servers of different sides are disconnected. */
    record Partition(long occasion, List<List<Integer>> sides) implements Fault {
        @Override
        public String toString() {
            return "partition "
                    + String.join(" | ", sides.stream().map(List::toString).toList());
        }
    }

    /** The n-th star (from 0) of the scenario: one server is connected to each of some others, without other links. */
    record Star(long occasion, int centre, List<Integer> leaves) implements Fault {
        @Override
        public String toString() {
            return "only server " + centre + " and each of " + leaves + " hear each other";
        }
    }

    /** The n-th time (from 0) that messages from one server to another are slowed, by nanoseconds. */
    record Slow(long occasion, int from, int to, long delay) implements Fault {
        @Override
        public String toString() {
            return "messages from server " + from + " to server " + to + " slowed by " + delay / 1_000_000 + " ms";
        }
    }

    /** The n-th time (from 0) that the link from one server to another is stalled. */
    record Stalled(long occasion, int from, int to) implements Fault {
        @Override
        public String toString() {
            return "messages from server " + from + " to server " + to + " stalled";
        }
    }

    /** The n-th time (from 0) that answers of a server to clients are lost for a while. */
    record Silence(long occasion, int server) implements Fault {
        @Override
        public String toString() {
            return "answers of server " + server + " lost for a while";
        }
    }

    /** A client can reach only some servers. */
    record Confined(String client, List<Integer> toServers) implements Fault {
        @Override
        public String toString() {
            return client + " reaches servers " + toServers + " only";
        }
    }

    /** The n-th crash (from 0) of a server. */
    record Crash(int server, long occasion) implements Fault {
        @Override
        public String toString() {
            return "server " + server + " crashes";
        }
    }

    /**
     * When a fault struck.
     *
     * @param at virtual time since the simulation began
     */
    record Occurrence(Duration at, Fault fault) {}
}
