package kvlab.cluster;

import kvlab.api.Command;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.Start;

/** The {@link Raft} that a student's server sees: for one life of the server. */
final class RaftFacade implements Raft {
    private final StudentEnvironment environment;
    private final Peer peer;
    private final ServerRecord record;
    private final Runnable appended;

    /** @param appended called when a command has entered this server's log */
    RaftFacade(StudentEnvironment environment, Peer peer, ServerRecord record, Runnable appended) {
        this.environment = environment;
        this.peer = peer;
        this.record = record;
        this.appended = appended;
    }

    @Override
    public Start start(Command command) {
        environment.check();
        Start start = peer.start(command);
        record.started(command, start);
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
