package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.Timeline;

/** A handler waits for something that cannot happen any more. */
final class EndlessWait implements Detective {
    private static final Set<String> FINDINGS = Set.of(
            "server.call-unanswered",
            "core.call-timed-out",
            "client.not-done",
            "client.calls-open",
            "server.leader-does-not-answer",
            "server.key-unreadable",
            "schedule.too-many-suspended");

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!FINDINGS.contains(failed.finding().code())) {
            return Optional.empty();
        }
        return failed.course().handlings().stream()
                .filter(handling ->
                        handling.answered().isEmpty() && handling.suspended().isPresent())
                .filter(handling -> !failed.course().isDown(handling.server()) && concerns(failed.finding(), handling))
                .flatMap(handling -> cause(failed.course(), handling).stream())
                .findFirst();
    }

    private static boolean concerns(Diagnostic finding, Handling handling) {
        if (!finding.code().equals("server.call-unanswered")) {
            return true;
        }
        return finding.argument("server")
                        .equals(String.valueOf(handling.server().number()))
                && finding.argument("time")
                        .equals(Timeline.seconds(handling.called().at()));
    }

    private static Optional<Cause> cause(Course course, Handling handling) {
        Event suspended = handling.suspended().orElseThrow();
        CodeEvent.Suspended wait = (CodeEvent.Suspended) suspended.what();
        if (wait.limit().isPresent()) {
            return Optional.empty(); // it wakes by itself
        }
        List<Event> evidence = new ArrayList<>(List.of(handling.called(), suspended));
        List<ClientCall> calls = List.of(handling.request().call());
        if (handling.started().isEmpty()) {
            evidence.addAll(handling.refusals());
            Diagnostic statement = handling.refusals().isEmpty()
                    ? Diagnostic.of("cause.waits")
                    : Diagnostic.of("cause.waits-without-command");
            return Optional.of(new Cause(handling.about(statement).at(wait.where()), calls, evidence));
        }
        LogEntry own = handling.started().get(handling.started().size() - 1);
        own.started().ifPresent(evidence::add);
        Optional<LogEntry> there =
                Optional.ofNullable(course.applied(handling.server()).get(own.index()));
        Diagnostic statement = there.map(
                        entry -> entry == own ? Diagnostic.of("cause.not-woken") : Diagnostic.of("cause.index-taken"))
                .orElse(Diagnostic.of("cause.waits-for-lost-command"));
        there.flatMap(entry -> entry.appliedAt(handling.server())).ifPresent(evidence::add);
        own.overwritten().ifPresent(evidence::add);
        return Optional.of(new Cause(
                handling.about(statement)
                        .with("index", own.index())
                        .with("term", own.term())
                        .with("otherTerm", there.filter(entry -> entry != own).map(LogEntry::term))
                        .at(wait.where()),
                calls,
                evidence));
    }
}
