package kvlab.cluster;

import kvlab.api.Command;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.Start;

/** The {@link Raft} that a student's server sees: for one life of the server, with a line in the trace for each command. */
final class RaftFacade implements Raft {
    private final StudentEnvironment environment;
    private final Peer peer;
    private final Runnable appended;

    /** @param appended called when a command has entered this server's log */
    RaftFacade(StudentEnvironment environment, Peer peer, Runnable appended) {
        this.environment = environment;
        this.peer = peer;
        this.appended = appended;
    }

    @Override
    public Start start(Command command) {
        environment.check();
        Start start = peer.start(command);
        environment.trace(() -> {
            String text = StudentCode.text(command::toString);
            return start.leader() ? "starts " + text + " at index " + start.index() : "does not lead: " + text;
        });
        if (start.leader()) {
            appended.run();
        }
        return start;
    }

    @Override
    public RaftState state() {
        environment.check();
        return peer.state();
    }
}
