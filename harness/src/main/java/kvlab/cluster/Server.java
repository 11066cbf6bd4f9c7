package kvlab.cluster;

import java.util.List;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.net.Fault;
import kvlab.net.Faults;
import kvlab.record.Event;
import kvlab.record.FaultEvent.Crashed;
import kvlab.record.FaultEvent.Restarted;
import kvlab.record.Place;

/** One server of a cluster: its disk, and its current life. */
final class Server {
    private final ClusterEnvironment environment;
    private final int id;
    private final Disk disk = new Disk();
    private ServerLife life;
    private int lives;

    private Server(ClusterEnvironment environment, int id) {
        this.environment = environment;
        this.id = id;
    }

    /** Makes all servers and starts them. */
    static void startAll(Server[] servers, ClusterEnvironment environment) {
        for (int id = 0; id < servers.length; id++) {
            environment.simulation().recording().causedBy(Event.NO_CAUSE); // no server's beginning leads to another's
            servers[id] = new Server(environment, id);
            servers[id].start();
        }
    }

    boolean isUp() {
        return life != null;
    }

    RaftState raftState() {
        return life.raftState();
    }

    Start start(Command command) {
        return life.start(command);
    }

    List<CommittedCommand> delivered() {
        return life.delivered();
    }

    List<UnansweredCall> unanswered() {
        return life.unanswered();
    }

    /** The {@link kvlab.submission.RetainedSize} of the student's server. */
    int retained() {
        return life.retained();
    }

    void start() {
        if (lives > 0) {
            environment.simulation().record(Place.server(id, lives), new Restarted(id));
        }
        life = new ServerLife(environment, id, lives++, disk);
        if (lives > 1) {
            environment.triggers().reached(TriggerPoint.RESTARTED, id);
        }
    }

    /** Ends this life, if there is one and the fault is not switched off. */
    void crash(Faults faults) {
        Fault crash = new Fault.Crash(id, lives - 1L);
        if (isUp() && faults.strikes(crash)) {
            environment.simulation().record(environment.network().server(id).place(), new Crashed(crash));
            life.crash();
            life = null;
        }
    }
}
