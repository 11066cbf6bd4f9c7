package kvlab.cluster;

import java.util.List;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;

/** One server of a cluster: what outlives its crashes, and its present life. */
final class Server {
    private final Habitat habitat;
    private final int id;
    private final Disk disk = new Disk();
    private ServerLife life;
    private int lives;

    Server(Habitat habitat, int id) {
        this.habitat = habitat;
        this.id = id;
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

    List<CommittedCommand> handedOver() {
        return life.handedOver();
    }

    List<String> unanswered() {
        return life.unanswered();
    }

    /** How many objects the student's server holds on to. */
    int retained() {
        return life.retained();
    }

    void start() {
        life = new ServerLife(habitat, id, lives++, disk);
        if (lives > 1) {
            habitat.aims().reached(Juncture.RESTARTED, id);
        }
    }

    void crash() {
        life.crash();
        life = null;
    }

    int lives() {
        return lives;
    }
}
