package kvlab.explain;

import java.util.Optional;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** A leader delivered a command that no majority had. */
final class DeliveredTooEarly implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!failed.finding().code().equals("raft.delivered-without-majority")) {
            return Optional.empty();
        }
        Optional<Event> delivered = failed.course().events().stream()
                .filter(event -> event.place().number() == failed.number("server")
                        && event.what() instanceof RaftEvent.Committed committed
                        && committed.index() == failed.number("index"))
                .findFirst();
        return delivered.flatMap(
                event -> Minority.cause(failed, new Held(failed.course().events()), event));
    }
}
