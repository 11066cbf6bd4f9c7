package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/**
 * A server answered SUCCESS before it could know that the request was agreed on. Each SUCCESS that a client has seen is held
 * against the log: those of the offending call and its key.
 */
final class UnagreedAnswer implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return failed.offending()
                .flatMap(offending -> Stream.concat(
                                Stream.of(offending),
                                failed.course().calls().stream()
                                        .filter(call -> call != offending
                                                && call.key().equals(offending.key())
                                                && (call.precedes(offending) || call.isGet() && call.succeeded())))
                        .flatMap(call -> call.decisive().stream()
                                .flatMap(handling -> statement(failed.course(), call, handling).stream()
                                        .map(statement -> cause(failed, offending, call, handling, statement))))
                        .findFirst());
    }

    private static Optional<Diagnostic> statement(Course course, ClientCall call, Handling handling) {
        Event answer = handling.answered().orElseThrow();
        Request request = handling.request();
        Optional<Diagnostic> woken = wokenByAnother(course, handling, answer);
        if (woken.isPresent()) {
            return woken;
        }
        if (request.entries().stream().anyMatch(entry -> entry.appliedBefore(answer))) {
            return Optional.empty();
        }
        List<LogEntry> before = request.entries().stream()
                .filter(entry -> entry.started()
                        .filter(start -> start.id() < answer.id())
                        .isPresent())
                .toList();
        if (before.isEmpty()) {
            return call.isGet() && learnsOfAgreement(course, handling)
                    ? Optional.empty() // it may have waited for another command
                    : Optional.of(handling.about(
                            call.isGet()
                                    ? Diagnostic.of("cause.read-without-agreement")
                                    : Diagnostic.of("cause.success-without-start")));
        }
        LogEntry entry = handling.started().isEmpty()
                ? before.get(before.size() - 1)
                : handling.started().get(handling.started().size() - 1);
        if (!entry.committedBefore(answer)) {
            return Optional.of(handling.about(Diagnostic.of("cause.answered-before-commit"))
                    .with("index", entry.index())
                    .with("term", entry.term()));
        }
        return call.isGet()
                ? Optional.of(handling.about(Diagnostic.of("cause.read-before-applied"))
                        .with("index", entry.index())
                        .with("term", entry.term()))
                : Optional.empty();
    }

    /** Whether the server was given a command, while it handled the request, that was started after the request had arrived. */
    private static boolean learnsOfAgreement(Course course, Handling handling) {
        Event answer = handling.answered().orElseThrow();
        return course.appliedBefore(answer).values().stream()
                .anyMatch(entry -> entry.started()
                                .map(start -> start.id() > handling.called().id())
                                .orElse(true)
                        && entry.appliedAt(handling.server()).orElseThrow().id()
                                > handling.called().id());
    }

    /** Its own command has not come, and another one has come at that index. */
    private static Optional<Diagnostic> wokenByAnother(Course course, Handling handling, Event answer) {
        for (LogEntry own : handling.started()) {
            LogEntry there = course.applied(handling.server()).get(own.index());
            if (there != null
                    && there.appliedBefore(answer)
                    && there.request()
                            .filter(request -> request == handling.request())
                            .isEmpty()) {
                return Optional.of(handling.about(Diagnostic.of("cause.woken-by-another"))
                        .with("index", own.index())
                        .with("term", own.term())
                        .with("otherTerm", there.term()));
            }
        }
        return Optional.empty();
    }

    private static Cause cause(
            Case failed, ClientCall offending, ClientCall call, Handling handling, Diagnostic statement) {
        Course course = failed.course();
        Event answer = handling.answered().orElseThrow();
        List<Event> evidence = new ArrayList<>();
        evidence.add(handling.called());
        handling.started().forEach(entry -> {
            entry.started().ifPresent(evidence::add);
            entry.overwritten().ifPresent(evidence::add);
            Optional.ofNullable(course.applied(handling.server()).get(entry.index()))
                    .flatMap(other -> other.appliedAt(handling.server()))
                    .ifPresent(evidence::add);
        });
        handling.resumed()
                .flatMap(resumed -> course.nearest(resumed, CodeEvent.Applies.class))
                .ifPresent(evidence::add);
        List<ClientCall> calls = new ArrayList<>(List.of(offending));
        if (call == offending) {
            newestWrite(failed, call, handling).ifPresent(write -> {
                calls.add(write.call());
                write.entries().stream()
                        .flatMap(entry -> entry.committed().stream())
                        .findFirst()
                        .ifPresent(evidence::add);
            });
            lead(course, answer).ifPresent(evidence::add);
        } else {
            calls.add(call);
        }
        evidence.add(answer);
        return new Cause(statement, calls, evidence);
    }

    /** The last write on the key that the reader had to see, and whose command its server had not been given. */
    private static Optional<Request> newestWrite(Case failed, ClientCall read, Handling handling) {
        Event answer = handling.answered().orElseThrow();
        return failed.course().calls().stream()
                .filter(call -> !call.isGet() && call.key().equals(read.key()) && call.precedes(read))
                .flatMap(call -> call.requests().stream())
                .filter(request -> request.entries().stream().noneMatch(entry -> entry.appliedBefore(answer)))
                .reduce((earlier, later) -> later);
    }

    /** When another server became the leader of a later term, before the answer. */
    private static Optional<Event> lead(Course course, Event answer) {
        return course.events().subList(0, (int) answer.id()).stream()
                .filter(event -> event.what() instanceof RaftEvent.Role role && role.state() == RaftEvent.State.LEADER)
                .reduce((earlier, later) -> later)
                .filter(event -> event.place().number() != answer.place().number());
    }
}
