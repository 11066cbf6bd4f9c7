package kvlab.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.api.Status;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.RaftEvent;
import kvlab.record.Timeline;

/** A call did not succeed though it could have: a server that led did not serve it, or its Clerk did not ask that server. */
final class Unserved implements Detective {
    private static final Set<String> FINDINGS = Set.of(
            "client.calls-open",
            "client.not-done",
            "core.call-timed-out",
            "extended.stays-with-lost-leader",
            "server.call-unanswered",
            "server.key-unreadable",
            "server.leader-does-not-answer");

    @Override
    public Optional<Cause> solve(Case failed) {
        return FINDINGS.contains(failed.finding().code())
                ? failed.offending().flatMap(call -> new Search(failed, call).cause())
                : Optional.empty();
    }

    /** About one call. */
    private static final class Search {
        /** Longer than a server, or a Clerk between two attempts, has to wait for anything. */
        private static final Duration LONG = Duration.ofSeconds(2);

        /** Longer than agreement takes when nothing is lost, and shorter than a server may wait for a command that is. */
        private static final Duration SHORT = Duration.ofMillis(200);

        private static final int ATTEMPTS = 5;

        private final Course course;
        private final Peers peers;
        private final ClientCall call;
        private final Event last;
        private final List<Handling> handlings;
        private final List<Event> attempts;

        Search(Case failed, ClientCall call) {
            this.course = failed.course();
            this.peers = failed.peers();
            this.call = call;
            last = call.returned().orElse(course.events().get(course.events().size() - 1));
            handlings = call.requests().stream()
                    .flatMap(request -> request.handlings().stream())
                    .toList();
            attempts = call.requests().stream()
                    .flatMap(request -> request.attempts().stream())
                    .toList();
        }

        Optional<Cause> cause() {
            return Stream.concat(
                            isClerks() ? ignoresSuccess().stream() : Stream.empty(),
                            Stream.concat(
                                    handlings.stream().flatMap(handling -> cause(handling).stream()),
                                    isClerks()
                                            ? Stream.of(missesLeader(), silent())
                                                    .flatMap(Optional::stream)
                                            : Stream.empty()))
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
                    .filter(wait -> answer.at().minus(wait.at()).compareTo(SHORT) > 0)
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
                            && answer.at().minus(handling.called().at()).compareTo(SHORT) > 0
                    ? Optional.of(new Cause(
                            handling.about(Diagnostic.of("cause.waited-without-command"))
                                    .with("status", status)
                                    .with("millis", millis(handling.called(), answer)),
                            List.of(call),
                            List.of(handling.called(), handling.refusals().get(0), answer)))
                    : Optional.empty();
        }

        private Optional<Cause> refused(Handling handling, Event answer, Status status) {
            boolean led = leads(handling.server().number(), handling.called())
                    && leads(handling.server().number(), answer)
                    && handling.started().isEmpty()
                    && handling.refusals().isEmpty()
                    && (status == Status.NOT_LEADER
                            || answer.at().minus(handling.called().at()).compareTo(SHORT) < 0);
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
                    .filter(entry -> answer.at().minus(handling.called().at()).compareTo(SHORT) < 0)
                    .filter(entry -> entry.committed()
                            .filter(commit -> commit.id() > answer.id()
                                    && leads(handling.server().number(), commit))
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
                    || last.at().minus(handling.called().at()).compareTo(LONG) < 0) {
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
            return !attempts.isEmpty()
                    && ((NetworkEvent.Sent) attempts.get(attempts.size() - 1).what()).content()
                            instanceof Content.Request latest
                    && latest.attempt() == handling.attempt();
        }

        private Optional<Cause> ignoresSuccess() {
            return handlings.stream()
                    .filter(handling -> handling.succeeded()
                            && attempts.stream().anyMatch(attempt -> handling.deliveredBefore(attempt)))
                    .findFirst()
                    .map(handling -> {
                        List<Event> again = attempts.stream()
                                .filter(handling::deliveredBefore)
                                .toList();
                        return new Cause(
                                handling.about(Diagnostic.of("cause.clerk-ignores-success"))
                                        .with("caller", call.invoked().place())
                                        .with("times", again.size()),
                                List.of(call),
                                List.of(handling.answered().orElseThrow(), again.get(0)));
                    });
        }

        /** Whether a student's Clerk makes the call: its fields are seen. */
        private boolean isClerks() {
            return course.events().stream()
                    .anyMatch(event ->
                            event.place().equals(call.invoked().place()) && event.what() instanceof CodeEvent.Fields);
        }

        /** The last attempts went past the server that led all the while. */
        private Optional<Cause> missesLeader() {
            TreeSet<Integer> asked = new TreeSet<>();
            int count = 0;
            Optional<Cause> found = Optional.empty();
            for (int i = attempts.size() - 1; i >= 0; i--) {
                Event attempt = attempts.get(i);
                asked.add(((NetworkEvent.Sent) attempt.what()).to().number());
                count++;
                int size = count;
                if (count >= ATTEMPTS) {
                    Optional<Cause> missed = peers.servers().stream()
                            .filter(server -> !asked.contains(server) && leadsFrom(server, attempt))
                            .findFirst()
                            .map(leader -> new Cause(
                                    Diagnostic.of("cause.clerk-misses-leader")
                                            .with("client", call.invoked().place())
                                            .with("times", size)
                                            .with("servers", Peers.names(asked))
                                            .with("leader", leader)
                                            .with("time", Timeline.seconds(attempt.at())),
                                    List.of(call),
                                    List.of(attempts.get(attempts.size() - 1), attempt)));
                    found = missed.isPresent() ? missed : found;
                }
            }
            return found;
        }

        private boolean leadsFrom(int server, Event begin) {
            return leads(server, begin)
                    && leads(server, last)
                    && peers.roleAt(server, begin).equals(peers.roleAt(server, last));
        }

        /** The last attempt came to nothing long ago, and no other was made. */
        private Optional<Cause> silent() {
            if (attempts.isEmpty() || call.returned().isPresent()) {
                return Optional.empty();
            }
            Event attempt = attempts.get(attempts.size() - 1);
            long message = ((NetworkEvent.Sent) attempt.what()).message();
            Optional<Event> end = course.events().stream()
                    .filter(event -> event.id() > attempt.id())
                    .filter(event -> event.what() instanceof NetworkEvent.Dropped dropped
                                    && dropped.message() == message
                            || event.place().equals(attempt.place()) && event.what() instanceof NetworkEvent.Delivered)
                    .findFirst();
            return end.filter(event -> last.at().minus(event.at()).compareTo(LONG) > 0)
                    .map(event -> {
                        List<Event> evidence = new ArrayList<>(List.of(attempt, event));
                        return new Cause(
                                Diagnostic.of("cause.clerk-silent")
                                        .with("client", call.invoked().place())
                                        .with("request", call.call().operation())
                                        .with(
                                                "server",
                                                ((NetworkEvent.Sent) attempt.what())
                                                        .to()
                                                        .number())
                                        .with("time", Timeline.seconds(attempt.at()))
                                        .with("until", Timeline.seconds(last.at())),
                                List.of(call),
                                evidence);
                    });
        }

        private boolean leads(int server, Event at) {
            return peers.roleAt(server, at)
                    .filter(role -> role.state() == RaftEvent.State.LEADER)
                    .isPresent();
        }

        private RaftEvent.Role roleOf(Handling handling) {
            return peers.roleAt(handling.server().number(), handling.called()).orElseThrow();
        }

        private static long millis(Event from, Event to) {
            return to.at().minus(from.at()).toMillis();
        }
    }
}
