package kvlab.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kvlab.record.CodeEvent;
import kvlab.record.Content.PeerMessage;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.RaftEvent;

/** What students' Rafts did with each other: calls, roles, crashes, and what they saved. */
final class Peers {
    private static final int MAX_END = 160;

    /** By caller, called server, and the number of the call, which a later life may use again. */
    private final Map<List<Long>, PeerCall> calls = new LinkedHashMap<>();

    private final List<PeerCall> all = new ArrayList<>();
    private final Map<Integer, List<Event>> roles = new TreeMap<>();
    private final List<Event> crashes = new ArrayList<>();
    private final List<Event> saves = new ArrayList<>();

    Peers(List<Event> events) {
        for (Event event : events) {
            if (event.place().kind() == Place.Kind.SERVER) {
                roles.computeIfAbsent(event.place().number(), server -> new ArrayList<>());
                read(event);
            }
        }
    }

    private void read(Event event) {
        if (event.what() instanceof RaftEvent.Role) {
            roles.get(event.place().number()).add(event);
        } else if (event.what() instanceof RaftEvent.Saved) {
            saves.add(event);
        } else if (event.what() instanceof FaultEvent.Crashed) {
            crashes.add(event);
        } else if (event.what() instanceof NetworkEvent.Sent sent && sent.content() instanceof PeerMessage message) {
            if (message.request()) {
                PeerCall call = new PeerCall(event, sent.to().number(), message);
                all.add(call);
                calls.put(key(event.place(), sent.to(), message), call);
            }
        } else if (event.what() instanceof NetworkEvent.Delivered delivered
                && delivered.content() instanceof PeerMessage message) {
            if (!message.request()) {
                call(event.place(), delivered.from(), message).ifPresent(call -> call.replyDelivered(event));
            }
        } else if (event.what() instanceof CodeEvent.Called called && called.content() instanceof PeerMessage message) {
            call(called.from(), event.place(), message).ifPresent(call -> call.called(event));
        } else if (event.what() instanceof CodeEvent.Answered answered
                && answered.content() instanceof PeerMessage message) {
            call(answered.to(), event.place(), message).ifPresent(call -> call.answered(event, message));
        }
    }

    private Optional<PeerCall> call(Place caller, Place called, PeerMessage message) {
        return Optional.ofNullable(calls.get(key(caller, called, message)));
    }

    private static List<Long> key(Place caller, Place called, PeerMessage message) {
        return List.of((long) caller.number(), (long) called.number(), message.call());
    }

    List<PeerCall> calls() {
        return all;
    }

    /** Like {@code 0, 2}. */
    static String names(Collection<Integer> servers) {
        return servers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    int majority() {
        return roles.size() / 2 + 1;
    }

    List<Integer> servers() {
        return List.copyOf(roles.keySet());
    }

    /** The role that a server says it has, after all that happened to it at the time of an event. */
    Optional<RaftEvent.Role> roleAt(int server, Event event) {
        return roles.getOrDefault(server, List.of()).stream()
                .filter(role -> role.at().compareTo(event.at()) <= 0)
                .reduce((earlier, later) -> later)
                .map(role -> (RaftEvent.Role) role.what());
    }

    /** Whether a server led when an event happened. */
    boolean leads(int server, Event at) {
        return roleAt(server, at)
                .filter(role -> role.state() == RaftEvent.State.LEADER)
                .isPresent();
    }

    /** When a server said first that it leads in a term. */
    Optional<Event> leads(int server, long term) {
        return roles.getOrDefault(server, List.of()).stream()
                .filter(event -> event.what() instanceof RaftEvent.Role role
                        && role.state() == RaftEvent.State.LEADER
                        && role.term() == term)
                .findFirst();
    }

    /** The first crash of a server between two events. */
    Optional<Event> crash(int server, Event after, Event before) {
        return crashes.stream()
                .filter(crash ->
                        crash.place().number() == server && crash.id() > after.id() && crash.id() < before.id())
                .findFirst();
    }

    /** The last crash of a server before an event. */
    Optional<Event> lastCrash(int server, Event before) {
        return crashes.stream()
                .filter(crash -> crash.place().number() == server && crash.id() < before.id())
                .reduce((earlier, later) -> later);
    }

    /** A text, or its beginning, where term and vote mostly stand. */
    static String beginning(String text) {
        return text.length() <= MAX_END ? text : text.substring(0, MAX_END) + "...";
    }

    /** A text, or its end, where the newest entries of a log stand. */
    static String end(String text) {
        return text.length() <= MAX_END ? text : "..." + text.substring(text.length() - MAX_END);
    }

    /** What a server had saved last before an event. */
    Optional<Event> saved(int server, Event before) {
        return saves.stream()
                .filter(save -> save.place().number() == server && save.id() < before.id())
                .reduce((earlier, later) -> later);
    }
}
