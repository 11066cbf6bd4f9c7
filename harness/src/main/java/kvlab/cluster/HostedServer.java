package kvlab.cluster;

import java.util.random.RandomGenerator;
import kvlab.api.Command;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.sim.Scope;

/** What a student's server holds of its world: no more than the contract says, and only for one life. */
final class HostedServer extends StudentEnvironment implements ServerContext {
    private final int id;
    private final int clusterSize;
    private final Raft raft;
    private final Runnable appended;

    /** @param appended told when a command has got into this server's log */
    HostedServer(int id, int clusterSize, Scope scope, Raft raft, RandomGenerator random, Runnable appended) {
        super(scope, random);
        this.id = id;
        this.clusterSize = clusterSize;
        this.raft = new Guarded(raft);
        this.appended = appended;
    }

    /** Raft, for the living server alone, with a line in the trace for each command. */
    private final class Guarded implements Raft {
        private final Raft peer;

        Guarded(Raft peer) {
            this.peer = peer;
        }

        @Override
        public Start start(Command command) {
            scope().check();
            Start start = peer.start(command);
            if (simulation().trace().isOn()) {
                String text = StudentCode.text(command::toString);
                trace(start.leader() ? "starts " + text + " at index " + start.index() : "does not lead: " + text);
            }
            if (start.leader()) {
                appended.run();
            }
            return start;
        }

        @Override
        public RaftState state() {
            scope().check();
            return peer.state();
        }
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int clusterSize() {
        return clusterSize;
    }

    @Override
    public Raft raft() {
        return raft;
    }
}
