package kvlab.explain;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Timeline;

/** A Clerk did not ask on as it must: not the server that led, or nobody any more, or although it had a SUCCESS. */
final class AskingClerk implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return OpenCall.of(failed).filter(OpenCall::isClerks).flatMap(open -> new Search(open).cause());
    }

    /** About one call. */
    private static final class Search {
        private static final int ATTEMPTS = 5;

        private final OpenCall open;
        private final ClientCall call;
        private final Event last;
        private final List<Event> attempts;

        Search(OpenCall open) {
            this.open = open;
            call = open.call();
            last = open.last();
            attempts = open.attempts();
        }

        Optional<Cause> cause() {
            return Stream.of(ignoresSuccess(), missesLeader(), silent())
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Cause> ignoresSuccess() {
            return open.handlings().stream()
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
                    Optional<Cause> missed = open.peers().servers().stream()
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
            return open.peers().leads(server, begin)
                    && open.peers().leads(server, last)
                    && open.peers().roleAt(server, begin).equals(open.peers().roleAt(server, last));
        }

        /** The last attempt came to nothing long ago, and no other was made. */
        private Optional<Cause> silent() {
            if (attempts.isEmpty() || call.returned().isPresent()) {
                return Optional.empty();
            }
            Event attempt = attempts.get(attempts.size() - 1);
            long message = ((NetworkEvent.Sent) attempt.what()).message();
            Optional<Event> end = open.course().events().stream()
                    .filter(event -> event.id() > attempt.id())
                    .filter(event -> event.what() instanceof NetworkEvent.Dropped dropped
                                    && dropped.message() == message
                            || event.place().equals(attempt.place()) && event.what() instanceof NetworkEvent.Delivered)
                    .findFirst();
            return end.filter(event -> last.at().minus(event.at()).compareTo(OpenCall.LONG) > 0)
                    .map(event -> new Cause(
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
                            List.of(attempt, event)));
        }
    }
}
