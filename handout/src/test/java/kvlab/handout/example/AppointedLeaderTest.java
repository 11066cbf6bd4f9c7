package kvlab.handout.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;
import kvlab.cluster.Cluster;
import kvlab.cluster.CodeUnderTest;
import kvlab.net.Conditions;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** The example agrees as the handout says, and no more than that: nobody takes the leader's place. */
class AppointedLeaderTest {

    private static final int LEADER = 0;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final List<Command> SONG = List.of(new Note("do"), new Note("re"), new Note("mi"));

    private final World world = new World();

    private record Note(String name) implements Command {}

    @Test
    void all_servers_are_handed_what_the_leader_has_started() {
        play(cluster -> {
            sing(cluster);
            cluster.sleep(A_WHILE);

            expectSong(cluster, 0, 1, 2, 3, 4);
        });
    }

    @Test
    void only_the_appointed_leader_takes_commands() {
        play(cluster -> assertFalse(cluster.start(LEADER + 1, SONG.get(0)).leader()));
    }

    @Test
    void nothing_is_committed_without_a_majority() {
        play(cluster -> {
            cluster.partition(List.of(List.of(LEADER, 1), List.of(2, 3, 4)));
            sing(cluster);
            cluster.sleep(A_WHILE);
            assertEquals(List.of(), cluster.delivered(LEADER));

            cluster.reconnectAll();
            cluster.sleep(A_WHILE);
            expectSong(cluster, 0, 1, 2, 3, 4);
        });
    }

    @Test
    void lost_late_and_doubled_calls_do_no_harm() {
        play(cluster -> {
            cluster.conditions(Conditions.RELIABLE.losing(0.3, 0.3).reordering(0.3, 0.3, Duration.ofSeconds(2)));
            sing(cluster);
            cluster.sleep(A_WHILE);

            expectSong(cluster, 0, 1, 2, 3, 4);
        });
    }

    @Test
    void what_was_agreed_survives_a_crash_of_all() {
        play(cluster -> {
            sing(cluster);
            cluster.sleep(A_WHILE);
            for (int server = 0; server < cluster.size(); server++) {
                cluster.crash(server);
            }
            for (int server = 0; server < cluster.size(); server++) {
                cluster.restart(server);
            }
            cluster.sleep(A_WHILE);

            expectSong(cluster, 0, 1, 2, 3, 4);
        });
    }

    private static void sing(Cluster cluster) {
        cluster.sleep(Duration.ofSeconds(1));
        for (Command note : SONG) {
            Start start = cluster.start(LEADER, note);
            assertTrue(start.leader());
        }
    }

    private static void expectSong(Cluster cluster, int... servers) {
        for (int server : servers) {
            List<CommittedCommand> delivered = cluster.delivered(server);
            assertEquals(SONG, delivered.stream().map(CommittedCommand::command).toList(), "server " + server);
        }
    }

    private void play(Consumer<Cluster> scenario) {
        Simulation simulation = world.simulation(1, Recording.OFF);
        CodeUnderTest code = new CodeUnderTest(
                Deaf::new,
                context -> {
                    throw new IllegalStateException("nobody calls");
                },
                Optional.of(AppointedLeader::new));
        Cluster cluster = new Cluster(simulation, 5, code, Elements.all());
        simulation.run(() -> scenario.accept(cluster));
    }

    /** A server that only lets Raft have its way. */
    private static final class Deaf implements KeyValueServer {

        Deaf(ServerContext context) {}

        @Override
        public Status put(RequestId request, String key, String value) {
            return Status.NOT_LEADER;
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
        public void onNextCommand(CommittedCommand committed) {}
    }
}
