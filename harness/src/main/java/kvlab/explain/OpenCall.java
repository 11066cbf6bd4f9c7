package kvlab.explain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.record.CodeEvent;
import kvlab.record.Event;

/** A call that did not succeed, though nothing in its schedule stood in its way at the end. */
final class OpenCall {
    /** Longer than a server, or a Clerk between two attempts, has to wait for anything. */
    static final Duration LONG = Duration.ofSeconds(2);

    /** Longer than agreement takes when nothing is lost, and shorter than a server may wait for a command that is. */
    static final Duration SHORT = Duration.ofMillis(200);

    private static final Set<String> FINDINGS = Set.of(
            "client.calls-open",
            "client.not-done",
            "core.call-timed-out",
            "extended.stays-with-lost-leader",
            "server.call-unanswered",
            "server.key-unreadable",
            "server.leader-does-not-answer");

    private final Course course;
    private final Peers peers;
    private final ClientCall call;

    private OpenCall(Case failed, ClientCall call) {
        course = failed.course();
        peers = failed.peers();
        this.call = call;
    }

    /** The call that shows the failure, if the finding is one of a call that did not succeed. */
    static Optional<OpenCall> of(Case failed) {
        return FINDINGS.contains(failed.finding().code())
                ? failed.offending().map(call -> new OpenCall(failed, call))
                : Optional.empty();
    }

    Course course() {
        return course;
    }

    Peers peers() {
        return peers;
    }

    ClientCall call() {
        return call;
    }

    /** Its end, or that of the schedule. */
    Event last() {
        return call.returned().orElse(course.events().get(course.events().size() - 1));
    }

    List<Handling> handlings() {
        return call.requests().stream()
                .flatMap(request -> request.handlings().stream())
                .toList();
    }

    List<Event> attempts() {
        return call.requests().stream()
                .flatMap(request -> request.attempts().stream())
                .toList();
    }

    /** Whether a student's Clerk makes the call: its fields are seen. */
    boolean isClerks() {
        return course.events().stream()
                .anyMatch(event ->
                        event.place().equals(call.invoked().place()) && event.what() instanceof CodeEvent.Fields);
    }
}
