package kvlab.net;

import java.time.Duration;
import java.util.List;
import kvlab.record.InjectedFault;
import kvlab.reduction.Element;
import kvlab.reduction.Kind;

/**
 * An injected fault. Its components identify it within its schedule and do not depend on time: it affects the n-th
 * message of a link, or the n-th period of a server. So a schedule can be run again without one of its faults.
 */
public sealed interface Fault extends InjectedFault {

    /** What can be taken away: the fault, without the components that follow from it. */
    Element element();

    /** The n-th message (from 0) from one endpoint to another is lost. */
    record Lost(String from, String to, long message) implements Fault {
        @Override
        public Element element() {
            return Element.ofMessage(Kind.LOST, from, to, message);
        }

        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " lost";
        }
    }

    /** The n-th message (from 0) from one endpoint to another counts as lost and is delivered late, by nanoseconds. */
    record LateDelivery(String from, String to, long message, long delay) implements Fault {
        @Override
        public Element element() {
            return Element.ofMessage(Kind.LATE_DELIVERY, from, to, message);
        }

        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " gone astray for " + millis(delay);
        }
    }

    /** The n-th message (from 0) from one endpoint to another arrives twice, once late, by nanoseconds. */
    record Duplicated(String from, String to, long message, long delay) implements Fault {
        @Override
        public Element element() {
            return Element.ofMessage(Kind.DUPLICATED, from, to, message);
        }

        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " duplicated, the copy late by "
                    + millis(delay);
        }
    }

    /** The n-th message (from 0) from one endpoint to another arrives late, by nanoseconds. */
    record HeldBack(String from, String to, long message, long delay) implements Fault {
        @Override
        public Element element() {
            return Element.ofMessage(Kind.HELD_BACK, from, to, message);
        }

        @Override
        public String toString() {
            return "message " + message + " from " + from + " to " + to + " held back for " + millis(delay);
        }
    }

    /** A server is cut off from its peers for the n-th period (from 0) of periodic faults. */
    record PeriodCut(int server, long period) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.PERIOD_CUT, server, period);
        }

        @Override
        public String toString() {
            return "server " + server + " cut off for period " + period;
        }
    }

    /** What a server sends is slowed for the n-th period (from 0) of periodic faults. */
    record PeriodSlow(int server, long period) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.PERIOD_SLOW, server, period);
        }

        @Override
        public String toString() {
            return "server " + server + " slowed for period " + period;
        }
    }

    /** The n-th time (from 0) that the scenario cuts servers off from all their peers, here: these. */
    record CutOff(long occasion, List<Integer> servers) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.CUT_OFF, occasion);
        }

        @Override
        public String toString() {
            return "servers " + servers + " cut off";
        }
    }

    /** The n-th partition (from 0) of the scenario: servers of different sides are disconnected. */
    record Partition(long occasion, List<List<Integer>> sides) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.PARTITION, occasion);
        }

        @Override
        public String toString() {
            return "partition "
                    + String.join(" | ", sides.stream().map(List::toString).toList());
        }
    }

    /** The n-th star (from 0) of the scenario: one server is connected to each of some others, without other links. */
    record Star(long occasion, int centre, List<Integer> leaves) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.STAR, occasion);
        }

        @Override
        public String toString() {
            return "only server " + centre + " and each of " + leaves + " hear each other";
        }
    }

    /** The n-th one-way cut (from 0) of the scenario: some servers no longer reach others, which still reach them. */
    record OneWay(long occasion, List<Integer> from, List<Integer> to) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.ONE_WAY, occasion);
        }

        @Override
        public String toString() {
            return "servers " + to + " no longer hear servers " + from;
        }
    }

    /** The n-th bridge (from 0) of the scenario: the servers of two halves hear their own half, and one hears all. */
    record Bridge(long occasion, int bridge, List<Integer> left, List<Integer> right) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.BRIDGE, occasion);
        }

        @Override
        public String toString() {
            return "server " + bridge + " is the bridge between " + left + " and " + right;
        }
    }

    /** The n-th ring (from 0) of the scenario: each server hears its two neighbours only. */
    record Ring(long occasion, List<Integer> order) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.RING, occasion);
        }

        @Override
        public String toString() {
            return "ring of servers " + order;
        }
    }

    /** The n-th time (from 0) that messages from one server to another are slowed, by nanoseconds. */
    record Slow(long occasion, int from, int to, long delay) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.SLOW, occasion);
        }

        @Override
        public String toString() {
            return "messages from server " + from + " to server " + to + " slowed by " + millis(delay);
        }
    }

    /** The n-th time (from 0) that the link from one server to another is stalled. */
    record Stalled(long occasion, int from, int to) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.STALLED, occasion);
        }

        @Override
        public String toString() {
            return "messages from server " + from + " to server " + to + " stalled";
        }
    }

    /** The n-th time (from 0) that the first message in the queue of a stalled link is duplicated. */
    record Copied(long occasion, int from, int to) implements Fault {
        @Override
        public Element element() {
            return new Element(Kind.COPIED, from, to, occasion);
        }

        @Override
        public String toString() {
            return "message from server " + from + " to server " + to + " duplicated";
        }
    }

    /** The n-th time (from 0) that the first message in the queue of a stalled link is lost. */
    record LostInQueue(long occasion, int from, int to) implements Fault {
        @Override
        public Element element() {
            return new Element(Kind.LOST_IN_QUEUE, from, to, occasion);
        }

        @Override
        public String toString() {
            return "message from server " + from + " to server " + to + " lost";
        }
    }

    /** The n-th time (from 0) that answers of a server to clients are lost for a while. */
    record Silence(long occasion, int server) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.SILENCE, occasion);
        }

        @Override
        public String toString() {
            return "answers of server " + server + " lost for a while";
        }
    }

    /** The n-th time (from 0) that a client can reach only some servers. */
    record Confined(long occasion, String client, List<Integer> toServers) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.CONFINED, occasion);
        }

        @Override
        public String toString() {
            return client + " reaches servers " + toServers + " only";
        }
    }

    /** The n-th crash (from 0) of a server. */
    record Crash(int server, long occasion) implements Fault {
        @Override
        public Element element() {
            return Element.of(Kind.CRASH, server, occasion);
        }

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

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }
}
