package kvlab.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kvlab.api.RequestId;
import kvlab.history.Call;
import kvlab.history.History;
import kvlab.record.ClientEvent;
import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.RaftEvent;
import kvlab.record.Recording;

/** The events of a schedule, joined: to the calls of clients, their requests, and the entries of the log. */
final class Course {
    private final List<Event> events;
    private final List<ClientCall> calls = new ArrayList<>();
    private final Map<RequestId, Request> requests = new LinkedHashMap<>();
    private final Map<Long, Handling> handlings = new LinkedHashMap<>();
    private final Map<Place, NavigableMap<Long, LogEntry>> applied = new LinkedHashMap<>();
    private final Map<List<Long>, LogEntry> entries = new LinkedHashMap<>();
    private final NavigableMap<Long, LogEntry> committed = new TreeMap<>();
    private final Set<Place> down = new HashSet<>();
    private final Map<Place, LogEntry> applying = new LinkedHashMap<>();
    private final Map<Place, ClientCall> current = new LinkedHashMap<>();

    Course(Recording recording, History history) {
        events = recording.events();
        List<Call> invocations = history.calls();
        for (Event event : events) {
            if (event.what() instanceof ClientEvent.Invoked && calls.size() < invocations.size()) {
                ClientCall call = new ClientCall(invocations.get(calls.size()), event);
                calls.add(call);
                current.put(event.place(), call);
            } else {
                read(event);
            }
        }
    }

    private void read(Event event) {
        if (event.what() instanceof ClientEvent.Returned) {
            Optional.ofNullable(current.remove(event.place())).ifPresent(call -> call.returned(event));
        } else if (event.what() instanceof NetworkEvent.Sent sent
                && sent.content() instanceof Content.Request content) {
            sent(event, content);
        } else if (event.what() instanceof NetworkEvent.Delivered delivered
                && delivered.content() instanceof Content.Reply reply) {
            replied(event, delivered.from(), reply);
        } else if (event.what() instanceof CodeEvent code) {
            readCode(event, code);
        } else if (event.what() instanceof RaftEvent raft) {
            readRaft(event, raft);
        } else if (event.what() instanceof FaultEvent.Crashed) {
            down.add(event.place());
        }
    }

    private void sent(Event event, Content.Request content) {
        ClientCall call = current.get(event.place());
        if (call != null) {
            Request request = requests.computeIfAbsent(content.id(), id -> new Request(id, call));
            request.attempts().add(event);
            call.sends(request);
        }
    }

    private void replied(Event event, Place from, Content.Reply reply) {
        Optional.ofNullable(requests.get(reply.id())).stream()
                .flatMap(request -> request.handlings().stream())
                .filter(handling -> handling.attempt() == reply.attempt()
                        && handling.server().number() == from.number()
                        && handling.reply().filter(reply::equals).isPresent())
                .findFirst()
                .ifPresent(handling -> handling.replyDelivered(event));
    }

    private void readCode(Event event, CodeEvent code) {
        if (code instanceof CodeEvent.Called called && called.content() instanceof Content.Request content) {
            Request request = requests.get(content.id());
            if (request != null) {
                Handling handling = new Handling(request, event);
                request.handlings().add(handling);
                handlings.put(called.coroutine(), handling);
            }
        } else if (code instanceof CodeEvent.Answered answered && answered.content() instanceof Content.Reply) {
            handling(answered.coroutine()).ifPresent(handling -> handling.answered(event));
        } else if (code instanceof CodeEvent.Suspended suspended) {
            handling(suspended.coroutine()).ifPresent(handling -> handling.waits(event));
        } else if (code instanceof CodeEvent.Resumed resumed) {
            handling(resumed.coroutine()).ifPresent(handling -> handling.waits(event));
        } else if (code instanceof CodeEvent.Applies applies) {
            LogEntry entry = entry(applies.index(), applies.term());
            entry.applied(event);
            applying.put(event.place(), entry);
            applied.computeIfAbsent(event.place(), server -> new TreeMap<>()).putIfAbsent(applies.index(), entry);
        } else if (code instanceof CodeEvent.Fields) {
            fields(event);
        } else if (code instanceof CodeEvent.Applied) {
            applying.remove(event.place());
        }
    }

    private void fields(Event event) {
        LogEntry entry = applying.get(event.place());
        if (entry != null) {
            entry.changed(event);
            return;
        }
        Optional<Handling> handling = handlingOf(event);
        if (handling.isPresent()) {
            handling.get().changed(event);
        } else {
            nearest(event, CodeEvent.Applies.class)
                    .filter(applies -> applies.place().equals(event.place()))
                    .map(applies -> (CodeEvent.Applies) applies.what())
                    .ifPresent(applies -> entry(applies.index(), applies.term()).changed(event));
        }
    }

    private void readRaft(Event event, RaftEvent raft) {
        if (raft instanceof RaftEvent.Started started) {
            Optional<Handling> handling = handlingOf(event);
            if (!started.leader()) {
                handling.ifPresent(each -> each.refused(event));
                return;
            }
            LogEntry entry = entry(started.index(), started.term());
            entry.started(event, handling.map(Handling::request));
            handling.ifPresent(each -> {
                each.starts(entry);
                each.request().entries().add(entry);
            });
        } else if (raft instanceof RaftEvent.Committed commit) {
            LogEntry entry = entry(commit.index(), commit.term());
            entry.committed(event);
            committed.putIfAbsent(commit.index(), entry);
        } else if (raft instanceof RaftEvent.Overwritten removed) {
            entry(removed.index(), removed.term()).overwritten(event);
        }
    }

    /** The handling in whose coroutine, or in one that it started, something happened. */
    private Optional<Handling> handlingOf(Event event) {
        long id = event.cause();
        while (id >= 0 && id < events.size()) {
            Event each = events.get((int) id);
            if (each.what() instanceof CodeEvent.Called called) {
                return handling(called.coroutine());
            }
            if (each.what() instanceof CodeEvent.Applies) {
                return Optional.empty();
            }
            id = each.what() instanceof CodeEvent.Resumed resumed ? resumed.suspended() : each.cause();
        }
        return Optional.empty();
    }

    private Optional<Handling> handling(long coroutine) {
        return Optional.ofNullable(handlings.get(coroutine));
    }

    private LogEntry entry(long index, long term) {
        return entries.computeIfAbsent(List.of(index, term), key -> new LogEntry(index, term));
    }

    /** Whether a life of a server has ended by a crash. */
    boolean isDown(Place server) {
        return down.contains(server);
    }

    List<Event> events() {
        return events;
    }

    /** The calls of clients, in the order of their beginning. */
    List<ClientCall> calls() {
        return calls;
    }

    /** The calls of servers' methods for clients, in order. */
    Collection<Handling> handlings() {
        return handlings.values();
    }

    /** The committed entries by index. */
    NavigableMap<Long, LogEntry> committed() {
        return committed;
    }

    /** Where a command was started, by text. */
    List<Event> startsOf(String command) {
        return events.stream()
                .filter(event -> event.what() instanceof RaftEvent.Started started
                        && started.leader()
                        && started.command().equals(command))
                .toList();
    }

    /** What a life of a server was given, by index. */
    NavigableMap<Long, LogEntry> applied(Place server) {
        return applied.getOrDefault(server, Collections.emptyNavigableMap());
    }

    /** What a life of a server had been given before an event, by index. */
    NavigableMap<Long, LogEntry> appliedBefore(Event event) {
        NavigableMap<Long, LogEntry> before = new TreeMap<>();
        applied(event.place()).forEach((index, entry) -> {
            if (entry.appliedBefore(event)) {
                before.put(index, entry);
            }
        });
        return before;
    }

    /** The event that an event has as its cause. */
    Optional<Event> cause(Event event) {
        return event.cause() < 0 || event.cause() >= events.size()
                ? Optional.empty()
                : Optional.of(events.get((int) event.cause()));
    }

    /** The nearest event, going back from one along its causes, that has a happening of a type. */
    <T> Optional<Event> nearest(Event from, Class<T> type) {
        Optional<Event> each = cause(from);
        while (each.isPresent() && !type.isInstance(each.get().what())) {
            each = cause(each.get());
        }
        return each;
    }
}
