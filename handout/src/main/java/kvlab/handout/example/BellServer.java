package kvlab.handout.example;

import java.time.Duration;
import java.util.Optional;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.Promise;
import kvlab.api.ServerContext;

/**
 * A replicated bell. A client rings it at the server that leads; every client that listens, at any server, hears the next
 * ring.
 * The handout uses it to show how a call suspends and how a committed command wakes it.
 */
public final class BellServer {

    private static final Duration HOUR = Duration.ofHours(1);

    /** What goes into the log: a pure value. */
    public record Ring(String ringer) implements Command {}

    private final ServerContext context;
    private Promise<String> nextRing;

    public BellServer(ServerContext context) {
        this.context = context;
        this.nextRing = context.promise();
        context.spawn(this::strikeTheHours);
    }

    /**
     * Asks for a ring, and does not wait for it.
     *
     * @return false if this server does not lead; true says that the ring is under way, not that it will sound
     */
    public boolean ring(String ringer) {
        return context.raft().start(new Ring(ringer)).leader();
    }

    /** Waits for the next ring and says who rang; empty if the time ran out first. */
    public Optional<String> listen(Duration timeout) {
        Promise<String> awaited = nextRing;
        Optional<String> ringer = awaited.await(timeout); // only this call is suspended here
        context.log("heard %s", ringer.orElse("nothing"));
        return ringer;
    }

    /** Sounds a ring that a majority has agreed on. Runs on every server, in log order. */
    public void onNextCommand(CommittedCommand committed) {
        if (committed.command() instanceof Ring ring) {
            Promise<String> sounding = nextRing;
            nextRing = context.promise(); // a listen that begins later waits for the ring after this one
            sounding.complete(ring.ringer()); // every suspended listen goes on, once this method has returned
        }
    }

    /** A coroutine of its own: an endless loop is fine as long as each round suspends. */
    private void strikeTheHours() {
        while (true) {
            context.sleep(HOUR);
            if (context.raft().state().leader()) {
                ring("the clock");
            }
        }
    }
}
