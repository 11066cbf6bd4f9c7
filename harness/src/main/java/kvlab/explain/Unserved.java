package kvlab.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.api.Status;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.RaftEvent;
import kvlab.record.Timeline;

/** A call did not succeed though it could have: a server refused it, gave up, waited in vain, or did not say that it was done. */
final class Unserved implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return OpenCall.of(failed).flatMap(open -> new Search(open).cause());
    }

    /** About one call. */
    private static final class Search {
        private final OpenCall open;
        private final Course course;
        private final ClientCall call;
        private final Event last;

        Search(OpenCall open) {
            this.open = open;
            course = open.course();
            call = open.call();
            last = open.last();
        }

        Optional<Cause> cause() {
            return open.handlings().stream()
                    .flatMap(handling -> cause(handling).stream())
                    .findFirst();
        }

        private Optional<Cause> cause(Handling handling) {
            Optional<Event> answer = handling.answered();
            if (answer.isEmpty()) {
                return stillWaits(handling);
            }
            Status status = handling.reply().orElseThrow().status();
            return status == Status.SUCCESS
                    ? Optional.empty()
                    : appliedAlready(handling, answer.get(), status)
                            .or(() -> applyingWaits(handling, answer.get()))
                            .or(() -> waitedInVain(handling, answer.get(), status))
                            .or(() -> refused(handling, answer.get(), status))
                            .or(() -> tooEarly(handling, answer.get(), status));
        }

        private Optional<Cause> appliedAlready(Handling handling, Event answer, Status status) {
            return handling.started().stream()
                    .filter(entry -> entry.appliedBefore(answer))
                    .findFirst()
                    .map(entry -> new Cause(
                            handling.about(Diagnostic.of("cause.applied-and-not-confirmed"))
                                    .with("status", status)
                                    .with("index", entry.index())
                                    .with("term", entry.term())
                                    .with(
                                            "millis",
                                            answer.at()
                                                    .minus(entry.appliedAt(handling.server())
                                                            .orElseThrow()
                                                            .at())
                                                    .toMillis()),
                            List.of(call),
                            Stream.concat(entry.wayTo(handling.server()).stream(), Stream.of(answer))
                                    .toList()));
        }

        /** Its command is committed, and another one is still being applied: onNextCommand waits. */
        private Optional<Cause> applyingWaits(Handling handling, Event answer) {
            Optional<Event> applying = course.events().stream()
                    .filter(event -> event.id() < answer.id()
                            && event.place().equals(handling.server())
                            && (event.what() instanceof CodeEvent.Applies || event.what() instanceof CodeEvent.Applied))
                    .reduce((earlier, later) -> later)
                    .filter(event -> event.what() instanceof CodeEvent.Applies);
            return applying.flatMap(applies -> course.events().stream()
                            .filter(event -> event.id() > applies.id()
                                    && event.id() < answer.id()
                                    && event.what() instanceof CodeEvent.Suspended suspended
                                    && event.place().equals(handling.server())
                                    && suspended.coroutine() == ((CodeEvent.Applies) applies.what()).coroutine())
                            .findFirst())
                    .filter(wait -> answer.at().minus(wait.at()).compareTo(OpenCall.SHORT) > 0)
                    .map(wait -> new Cause(
                            handling.about(Diagnostic.of("cause.applying-waits"))
                                    .with(
                                            "index",
                                            ((CodeEvent.Applies) applying.get().what()).index())
                                    .with("since", Timeline.seconds(wait.at()))
                                    .at(((CodeEvent.Suspended) wait.what()).where()),
                            List.of(call),
                            List.of(handling.called(), answer, applying.get(), wait)));
        }

        private Optional<Cause> waitedInVain(Handling handling, Event answer, Status status) {
            return handling.started().isEmpty()
                            && !handling.refusals().isEmpty()
                            && answer.at().minus(handling.called().at()).compareTo(OpenCall.SHORT) > 0
                    ? Optional.of(new Cause(
                            handling.about(Diagnostic.of("cause.waited-without-command"))
                                    .with("status", status)
                                    .with("millis", millis(handling.called(), answer)),
                            List.of(call),
                            List.of(handling.called(), handling.refusals().get(0), answer)))
                    : Optional.empty();
        }

        private Optional<Cause> refused(Handling handling, Event answer, Status status) {
            boolean led = open.peers().leads(handling.server().number(), handling.called())
                    && open.peers().leads(handling.server().number(), answer)
                    && handling.started().isEmpty()
                    && handling.refusals().isEmpty()
                    && (status == Status.NOT_LEADER
                            || answer.at().minus(handling.called().at()).compareTo(OpenCall.SHORT) < 0);
            return led
                    ? Optional.of(new Cause(
                            handling.about(Diagnostic.of("cause.refused-while-leading"))
                                    .with("status", status)
                                    .with("term", roleOf(handling).term()),
                            List.of(call),
                            List.of(handling.called(), answer)))
                    : Optional.empty();
        }

        private Optional<Cause> tooEarly(Handling handling, Event answer, Status status) {
            return handling.started().stream()
                    .filter(entry -> answer.at().minus(handling.called().at()).compareTo(OpenCall.SHORT) < 0)
                    .filter(entry -> entry.committed()
                            .filter(commit -> commit.id() > answer.id()
                                    && open.peers().leads(handling.server().number(), commit))
                            .isPresent())
                    .findFirst()
                    .map(entry -> new Cause(
                            handling.about(Diagnostic.of("cause.gave-up-early"))
                                    .with("status", status)
                                    .with("index", entry.index())
                                    .with("millis", millis(handling.called(), answer))
                                    .with(
                                            "later",
                                            millis(answer, entry.committed().orElseThrow())),
                            List.of(call),
                            List.of(handling.called(), entry.committed().orElseThrow(), answer)));
        }

        private Optional<Cause> stillWaits(Handling handling) {
            Optional<Event> wait = handling.suspended();
            if (wait.isEmpty()
                    || course.isDown(handling.server())
                    || !isLastAttempt(handling)
                    || last.at().minus(handling.called().at()).compareTo(OpenCall.LONG) < 0) {
                return Optional.empty();
            }
            return Optional.of(new Cause(
                    handling.about(Diagnostic.of("cause.waits-on"))
                            .with("since", Timeline.seconds(handling.called().at()))
                            .with("until", Timeline.seconds(last.at()))
                            .at(((CodeEvent.Suspended) wait.get().what()).where()),
                    List.of(call),
                    List.of(handling.called(), wait.get())));
        }

        private boolean isLastAttempt(Handling handling) {
            List<Event> attempts = open.attempts();
            return !attempts.isEmpty()
                    && ((NetworkEvent.Sent) attempts.get(attempts.size() - 1).what()).content()
                            instanceof Content.Request latest
                    && latest.attempt() == handling.attempt();
        }

        private RaftEvent.Role roleOf(Handling handling) {
            return open.peers()
                    .roleAt(handling.server().number(), handling.called())
                    .orElseThrow();
        }

        private static long millis(Event from, Event to) {
            return to.at().minus(from.at()).toMillis();
        }
    }
}
