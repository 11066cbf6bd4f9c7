package kvlab.grader.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.record.ClientEvent;
import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.RaftEvent;

/**
 * Which request of a client an event belongs to: its messages, the calls of the servers' methods for it, the entries with
 * its command in all logs, and what is done with these. A number for each request, from 0.
 */
final class RequestNumbers {
    private static final int NONE = -1;

    private final int[] byEvent;
    private final Map<RequestId, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> byCoroutine = new HashMap<>();
    private final Map<List<Long>, Integer> byEntry = new HashMap<>();
    private final Map<Place, Integer> openCall = new HashMap<>();

    RequestNumbers(List<Event> events) {
        byEvent = new int[events.size()];
        for (Event event : events) {
            byEvent[(int) event.id()] = find(event);
        }
    }

    /** The number of the event's request, or -1. */
    int of(Event event) {
        return byEvent[(int) event.id()];
    }

    private int find(Event event) {
        if (event.what() instanceof NetworkEvent message) {
            return ofMessage(event, message);
        } else if (event.what() instanceof ClientEvent client) {
            return ofCall(event, client);
        } else if (event.what() instanceof RaftEvent raft) {
            return ofRaft(event, raft);
        } else if (event.what() instanceof CodeEvent code) {
            return ofCode(event, code);
        }
        return NONE;
    }

    private int ofMessage(Event event, NetworkEvent message) {
        int number = ofContent(message.content());
        Integer call = openCall.get(event.place());
        if (message instanceof NetworkEvent.Sent && call != null && byEvent[call] == NONE) {
            byEvent[call] = number; // a Clerk chooses the request's id after the call has begun
        }
        return number;
    }

    private int ofContent(Content content) {
        if (content instanceof Content.Request request) {
            return number(request.id());
        }
        return content instanceof Content.Reply reply ? number(reply.id()) : NONE;
    }

    private int ofCall(Event event, ClientEvent client) {
        if (client instanceof ClientEvent.Invoked invoked) {
            openCall.put(event.place(), (int) event.id());
            return invoked.id().map(this::number).orElse(NONE);
        } else if (client instanceof ClientEvent.Returned) {
            return Optional.ofNullable(openCall.remove(event.place()))
                    .map(call -> byEvent[call])
                    .orElse(NONE);
        }
        return NONE;
    }

    private int ofRaft(Event event, RaftEvent raft) {
        if (raft instanceof RaftEvent.Appended entry) {
            return byEntry.computeIfAbsent(List.of(entry.index(), entry.term()), key -> ofCause(event));
        } else if (raft instanceof RaftEvent.Started entry) {
            return entry.leader()
                    ? byEntry.computeIfAbsent(List.of(entry.index(), entry.term()), key -> ofCause(event))
                    : ofCause(event);
        } else if (raft instanceof RaftEvent.Overwritten entry) {
            return ofEntry(entry.index(), entry.term());
        } else if (raft instanceof RaftEvent.Committed entry) {
            return ofEntry(entry.index(), entry.term());
        }
        return NONE;
    }

    private int ofCode(Event event, CodeEvent code) {
        if (code instanceof CodeEvent.Called called) {
            byCoroutine.put(called.coroutine(), ofContent(called.content()));
            return ofContent(called.content());
        } else if (code instanceof CodeEvent.Answered answered) {
            return byCoroutine.getOrDefault(answered.coroutine(), NONE);
        } else if (code instanceof CodeEvent.Suspended suspended) {
            return byCoroutine.getOrDefault(suspended.coroutine(), NONE);
        } else if (code instanceof CodeEvent.Resumed resumed) {
            return byCoroutine.getOrDefault(resumed.coroutine(), NONE);
        } else if (code instanceof CodeEvent.Applies applies) {
            return ofEntry(applies.index(), applies.term());
        } else if (code instanceof CodeEvent.Applied applied) {
            return ofEntry(applied.index(), applied.term());
        }
        return ofCause(event);
    }

    private int ofEntry(long index, long term) {
        return byEntry.getOrDefault(List.of(index, term), NONE);
    }

    private int ofCause(Event event) {
        return event.cause() == Event.NO_CAUSE || event.cause() >= event.id() ? NONE : byEvent[(int) event.cause()];
    }

    private int number(RequestId id) {
        return numbers.computeIfAbsent(id, each -> numbers.size());
    }
}
