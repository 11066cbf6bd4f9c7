package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
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
                .filter(handling -> isUp(failed.course(), handling) && concerns(failed.finding(), handling))
                .map(handling -> cause(failed.course(), handling).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean isUp(Course course, Handling handling) {
        return course.events().stream()
                .noneMatch(event -> event.what() instanceof FaultEvent.Crashed
                        && event.place().equals(handling.server()));
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
        Diagnostic about = Diagnostic.of("cause.waits")
                .with("server", handling.server().number())
                .with("request", handling.request().call().call().operation())
                .with("client", handling.request().id().client())
                .at(wait.where());
        if (handling.started().isEmpty()) {
            handling.refusals().forEach(evidence::add);
            return Optional.of(new Cause(
                    handling.refusals().isEmpty()
                            ? about
                            : renamed(about, Diagnostic.of("cause.waits-without-command")),
                    List.of(handling.request().call()),
                    evidence));
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
                renamed(about, statement)
                        .with("index", own.index())
                        .with("term", own.term())
                        .with("otherTerm", there.filter(entry -> entry != own).map(LogEntry::term)),
                List.of(handling.request().call()),
                evidence));
    }

    private static Diagnostic renamed(Diagnostic about, Diagnostic statement) {
        return new Diagnostic(statement.code(), about.arguments(), about.place());
    }
}
