package kvlab.record;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import kvlab.record.Content.AppendEntries;
import kvlab.record.Content.AppendEntriesReply;
import kvlab.record.NetworkEvent.Delivered;
import kvlab.record.NetworkEvent.Sent;

/**
 * The events of the heartbeats of a recording, and of the replies that say no more than that they arrived. A refused
 * heartbeat is no such reply: it shows that two logs differ. An own Raft's heartbeats are not known.
 */
final class Heartbeats implements Predicate<Event> {
    private final BitSet messages = new BitSet();

    Heartbeats(List<Event> events) {
        for (Event event : events) {
            if (event.what() instanceof Sent sent && isHeartbeat(events, event, sent)) {
                messages.set((int) sent.message());
            }
        }
    }

    private boolean isHeartbeat(List<Event> events, Event event, Sent sent) {
        return sent.content() instanceof AppendEntries request && request.count() == 0
                || sent.content() instanceof AppendEntriesReply && answersHeartbeat(events, event);
    }

    private boolean answersHeartbeat(List<Event> events, Event reply) {
        Event event = reply;
        while (event.cause() != Event.NO_CAUSE && !(event.what() instanceof Delivered)) {
            event = events.get((int) event.cause());
        }
        return event.what() instanceof Delivered request && messages.get((int) request.message());
    }

    @Override
    public boolean test(Event event) {
        return event.what() instanceof NetworkEvent network && messages.get((int) network.message());
    }
}
