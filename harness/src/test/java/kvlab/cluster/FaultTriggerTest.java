package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;
import kvlab.net.Fault;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** A fault with a trigger strikes the server that reaches the trigger point, at that moment and no other. */
class FaultTriggerTest {
    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final World world = new World();
    private final List<String> applied = new ArrayList<>();

    private record Write(String value) implements Command {}

    /** Answers once its command comes out of the log. */
    private final class Prompt implements KeyValueServer {
        private final ServerContext context;
        private final Map<Long, Promise<Status>> waiting = new HashMap<>();

        Prompt(ServerContext context) {
            this.context = context;
        }

        @Override
        public Status put(RequestId request, String key, String value) {
            Start start = context.raft().start(new Write(value));
            if (!start.leader()) {
                return Status.NOT_LEADER;
            }
            Promise<Status> done = context.promise();
            waiting.put(start.index(), done);
            return done.await(Duration.ofSeconds(1)).orElse(Status.TIMEOUT);
        }

        @Override
        public Status append(RequestId request, String key, String value) {
            return Status.NOT_LEADER;
        }

        @Override
        public GetResult get(RequestId request, String key) {
            return GetResult.failed(Status.NOT_LEADER);
        }

        @Override
        public void onNextCommand(CommittedCommand committed) {
            applied.add(context.id() + ":" + ((Write) committed.command()).value());
            Promise<Status> done = waiting.remove(committed.index());
            if (done != null) {
                done.complete(Status.SUCCESS);
            }
        }
    }

    private Cluster play(Consumer<Cluster> scenario) {
        Simulation simulation = world.simulation(3, Recording.OFF);
        Cluster cluster = new Cluster(simulation, 3, CodeUnderTest.servers(Prompt::new), Elements.all());
        simulation.run(() -> scenario.accept(cluster));
        return cluster;
    }

    private static FaultTrigger trigger(TriggerPoint point, int occurrence, FaultTrigger.FaultAction action) {
        return new FaultTrigger(point, occurrence, action, A_WHILE);
    }

    private static List<Fault> struck(Cluster cluster) {
        return cluster.faults().stream().map(Fault.Occurrence::fault).toList();
    }

    @Test
    void aLeaderIsCutOffAsItsCommandIsOnItsWay() {
        play(cluster -> {
            int leader = cluster.awaitLeader();
            cluster.trigger(trigger(TriggerPoint.APPENDED, 2, FaultTrigger.FaultAction.CUT_OFF));
            Client client = cluster.client().startingAt(leader);
            assertEquals(Status.SUCCESS, client.put("k", "first"));
            assertEquals(List.of(), struck(cluster));
            assertEquals(Status.TIMEOUT, client.startingAt(leader).put("k", "second"));
            assertEquals(List.of(new Fault.CutOff(0, List.of(leader))), struck(cluster));
            assertTrue(applied.stream().noneMatch(line -> line.endsWith("second")), applied.toString());
        });
    }

    @Test
    void aLeaderCrashesBeforeItAppliesACommittedCommand() {
        play(cluster -> {
            int leader = cluster.awaitLeader();
            cluster.trigger(trigger(TriggerPoint.COMMITTED, 1, FaultTrigger.FaultAction.CRASH));
            assertEquals(Status.TIMEOUT, cluster.client().startingAt(leader).put("k", "kept"));
            assertFalse(applied.contains(leader + ":kept"), applied.toString());
            int next = cluster.awaitLeader();
            assertEquals(Status.SUCCESS, put(cluster, "next")); // which commits what came before
            assertTrue(applied.contains(next + ":kept"), applied.toString());
        });
    }

    /** Asks every server until one leads. */
    private static Status put(Cluster cluster, String value) {
        return cluster.client().startingAt(cluster.awaitLeader()).put("k", value);
    }

    @Test
    void anAnswerIsLostThoughTheCommandIsApplied() {
        play(cluster -> {
            int leader = cluster.awaitLeader();
            cluster.trigger(trigger(TriggerPoint.ANSWERED, 1, FaultTrigger.FaultAction.SILENCE));
            assertEquals(Status.TIMEOUT, cluster.client().startingAt(leader).put("k", "unheard"));
            assertTrue(applied.contains(leader + ":unheard"), applied.toString());
            assertEquals(List.of(new Fault.Silence(0, leader)), struck(cluster));
        });
    }

    @Test
    void aServerThatHasJustBeenElectedCrashesAndComesBack() {
        play(cluster -> {
            cluster.trigger(trigger(TriggerPoint.ELECTED, 1, FaultTrigger.FaultAction.CRASH));
            int leader = cluster.awaitLeader();
            assertEquals(1, struck(cluster).size());
            Fault.Crash crash = (Fault.Crash) struck(cluster).get(0);
            assertTrue(crash.server() != leader, "the one that crashed did not come back so soon");
            cluster.sleep(A_WHILE);
            assertTrue(cluster.isUp(crash.server()));
        });
    }

    @Test
    void aServerThatHasJustRestartedCrashesAgain() {
        play(cluster -> {
            cluster.awaitLeader();
            cluster.trigger(trigger(TriggerPoint.RESTARTED, 1, FaultTrigger.FaultAction.CRASH));
            cluster.crash(1);
            cluster.restart(1);
            assertTrue(cluster.isUp(1));
            cluster.sleep(Duration.ofMillis(1));
            assertFalse(cluster.isUp(1));
            assertEquals(List.of(new Fault.Crash(1, 0), new Fault.Crash(1, 1)), struck(cluster));
        });
    }

    @Test
    void aimsThatAreClearedDoNotStrike() {
        play(cluster -> {
            int leader = cluster.awaitLeader();
            cluster.trigger(trigger(TriggerPoint.APPENDED, 1, FaultTrigger.FaultAction.CRASH));
            cluster.clearTriggers();
            assertEquals(Status.SUCCESS, cluster.client().startingAt(leader).put("k", "v"));
            assertEquals(List.of(), struck(cluster));
        });
    }
}
