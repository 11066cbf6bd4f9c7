package kvlab.cluster;

import java.util.List;
import kvlab.api.RaftState;
import kvlab.raft.PersistentState;

/** One server of a cluster: what outlives its crashes, and its present life. */
final class Server {
    private final ServerLife.Habitat habitat;
    private final int id;
    private final PersistentState disk = new PersistentState();
    private ServerLife life;
    private int lives;

    Server(ServerLife.Habitat habitat, int id) {
        this.habitat = habitat;
        this.id = id;
    }

    boolean isUp() {
        return life != null;
    }

    RaftState raftState() {
        return life.raftState();
    }

    List<String> unanswered() {
        return life.unanswered();
    }

    void start() {
        life = new ServerLife(habitat, id, lives++, disk);
    }

    void crash() {
        life.crash();
        life = null;
    }

    int lives() {
        return lives;
    }
}
