package kvlab.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a message. Its number is the same in all of its events, and no other message of the schedule has it. Each
 * message is sent once; each of its copies is delivered or dropped, or under way at the end.
 */
public sealed interface NetworkEvent extends Happening {

    /** The number of the message, from 1. */
    long message();

    Content content();

    /** The sender and the receiver, if this happens to the message between them. */
    default List<Place> ends() {
        return List.of();
    }

    /** A server or client sends a message. Happens even if it is then dropped at once. */
    record Sent(long message, Place to, Content content) implements NetworkEvent {
        @Override
        public boolean leads() {
            return false; // for what happens next at its sender; what happens to the message has it as its cause
        }

        @Override
        public String toString() {
            return "sends m" + message + " to " + to + ": " + content;
        }
    }

    /** A message reaches a server or client. The cause is the event from which this copy was under way. */
    record Delivered(long message, Place from, Copy copy, Content content) implements NetworkEvent {
        @Override
        public String toString() {
            return "receives m" + message + copy + " from " + from + ": " + content;
        }
    }

    /** A copy of a message is lost. Its sender may learn that later, but not from this event. */
    record Dropped(long message, Place from, Place to, Reason reason, Optional<InjectedFault> fault, Content content)
            implements NetworkEvent {
        @Override
        public List<Place> ends() {
            return List.of(from, to);
        }

        @Override
        public String toString() {
            return "loses m" + message + " " + from + " to " + to + " (" + reason.text + "): " + content;
        }
    }

    /** A second copy of a message is made, which arrives after a delay in addition to the first copy's. */
    record Duplicated(
            long message, Place from, Place to, Duration delay, Optional<InjectedFault> fault, Content content)
            implements NetworkEvent {
        @Override
        public List<Place> ends() {
            return List.of(from, to);
        }

        @Override
        public String toString() {
            return "duplicates m" + message + " " + from + " to " + to + ": " + content;
        }
    }

    /** A message arrives after an additional delay. */
    record HeldBack(long message, Place from, Place to, Duration delay, Optional<InjectedFault> fault, Content content)
            implements NetworkEvent {
        @Override
        public List<Place> ends() {
            return List.of(from, to);
        }

        @Override
        public String toString() {
            return "holds back m" + message + " " + from + " to " + to + " for " + delay.toMillis() + " ms: " + content;
        }
    }

    /** A message waits at the end of a stalled link. */
    record Queued(long message, Place from, Place to, Content content) implements NetworkEvent {
        @Override
        public List<Place> ends() {
            return List.of(from, to);
        }

        @Override
        public String toString() {
            return "queues m" + message + " " + from + " to " + to + ": " + content;
        }
    }

    /** Which copy of a message arrives. */
    enum Copy {
        /** The only one, or the first, without an additional delay. */
        ORIGINAL(""),
        /** The only one, or the first, after it was held back or queued. */
        HELD_BACK(" (late)"),
        /** Another one. */
        DUPLICATE(" (second copy)"),
        /** The only one, after its sender was told that it is lost. */
        LATE(" (late, after it counted as lost)");

        private final String mark;

        Copy(String mark) {
            this.mark = mark;
        }

        /** The mark on arrival, with a space before it, or empty. */
        @Override
        public String toString() {
            return mark;
        }
    }

    /** Why a copy of a message is lost. */
    enum Reason {
        CUT_WHEN_SENT("no connection when it was sent"),
        CUT_ON_ARRIVAL("no connection when it would have arrived"),
        RECEIVER_DOWN("its receiver was down"),
        CHANCE("by chance"),
        QUEUE("from the queue of a stalled link");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
