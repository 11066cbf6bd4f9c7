package kvlab.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import kvlab.api.Command;
import kvlab.api.RaftPeer;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.cluster.Cluster;
import kvlab.cluster.CodeUnderTest;
import kvlab.diagnostic.Diagnostic;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

class NoLeaderTest {
    /** Never stands for election. */
    private static final class Lazy implements RaftPeer {
        @Override
        public Record handle(int from, Record request) {
            throw new IllegalStateException("nobody calls");
        }

        @Override
        public Start start(Command command) {
            return new Start(false, 0, 0);
        }

        @Override
        public RaftState state() {
            return new RaftState(false, 0);
        }
    }

    @Test
    void isTheFaultOfAnOwnRaftAndNotOfTheKit() {
        CodeUnderTest provided = CodeUnderTest.servers(context -> null); // no client calls a server either
        CodeUnderTest own =
                new CodeUnderTest(provided.servers(), provided.clerks(), Optional.of(context -> new Lazy()));
        Verdict verdict = new ScheduleRunner(new World(), own).run(Cluster::awaitLeader, 3, 1);
        assertEquals(
                new Verdict.Failed(
                        Diagnostic.of("raft.no-leader")
                                .with("seconds", 5)
                                .with("time", "5.000000 s")
                                .with("reachable", 3)
                                .with("servers", 3),
                        ""),
                verdict);
        assertEquals(
                "no leader was elected within 5 s at 5.000000 s, though 3 of 3 servers were up and connected",
                verdict.message());
    }
}
