package kvlab.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaftDriverIT {
    private static final int SEEDS = 200;

    private final World world = new World();

    private void overManySeeds(int size, Consumer<Peers> scenario) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Peers.play(world, seed, size, scenario);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aLeaderStandsWithin5Seconds(int size) {
        overManySeeds(size, Peers::awaitLeader);
    }

    @Test
    void electionsEndAfterSeveralTimesThatAreNotAllTheSame() {
        List<Long> terms = new ArrayList<>();
        List<Integer> leaders = new ArrayList<>();
        overManySeeds(5, peers -> {
            int leader = peers.awaitLeader();
            leaders.add(leader);
            terms.add(peers.peer(leader).state().term());
        });
        assertEquals(5, leaders.stream().distinct().count());
        assertTrue(terms.stream().filter(term -> term == 1).count() > SEEDS / 2, "most elections succeed at once");
    }

    @Test
    void onAReliableNetTheLeaderStays() {
        overManySeeds(5, peers -> {
            int leader = peers.awaitLeader();
            RaftState state = peers.peer(leader).state();
            peers.sleep(Duration.ofSeconds(60));
            assertEquals(state, peers.peer(leader).state());
        });
    }

    @Test
    void aLeaderThatWasCutOffReturnsAsAFollower() {
        overManySeeds(5, peers -> {
            int old = peers.awaitLeader();
            peers.cutOff(old);
            int leader = peers.awaitLeader();
            RaftState state = peers.peer(leader).state();
            assertNotEquals(old, leader);
            assertTrue(peers.peer(old).state().leader(), "it cannot know");
            peers.reconnect(old);
            peers.sleep(Duration.ofSeconds(5));
            assertEquals(state, peers.peer(leader).state());
            assertEquals(new RaftState(false, state.term()), peers.peer(old).state());
        });
    }

    @Test
    void aMinorityElectsNobody() {
        overManySeeds(3, peers -> {
            int leader = peers.awaitLeader();
            peers.cutOff(leader);
            peers.cutOff((leader + 1) % 3);
            peers.sleep(Duration.ofSeconds(10));
            assertEquals(List.of(), peers.leaders());
        });
    }

    @Test
    void allServersApplyCommandsInLogOrder() {
        overManySeeds(5, peers -> {
            int leader = peers.awaitLeader();
            for (int number = 0; number < 20; number++) {
                peers.peer(leader).start(new Peers.Numbered(number));
            }
            peers.sleep(Duration.ofMillis(200));
            for (int id = 0; id < 5; id++) {
                assertEquals(peers.applied(leader), peers.applied(id));
                assertEquals(20, peers.applied(id).size());
                for (int index = 1; index <= 20; index++) {
                    CommittedCommand committed = peers.applied(id).get(index - 1);
                    assertEquals(index, committed.index());
                    assertEquals(new Peers.Numbered(index - 1), committed.command());
                }
            }
        });
    }

    @Test
    void aRestartedServerReceivesTheWholeLogFromIndexOne() {
        overManySeeds(3, peers -> {
            int leader = peers.awaitLeader();
            peers.peer(leader).start(new Peers.Numbered(1));
            peers.sleep(Duration.ofMillis(200));
            for (int id = 0; id < 3; id++) {
                peers.crash(id);
            }
            for (int id = 0; id < 3; id++) {
                peers.start(id);
            }
            int next = peers.awaitLeader();
            peers.peer(next).start(new Peers.Numbered(2));
            peers.sleep(Duration.ofMillis(200));
            for (int id = 0; id < 3; id++) {
                assertEquals(
                        List.of(new Peers.Numbered(1), new Peers.Numbered(2)),
                        peers.applied(id).stream()
                                .map(CommittedCommand::command)
                                .toList());
            }
        });
    }

    @Test
    void aCrashedServerSaysNothingMore() {
        overManySeeds(1, peers -> {
            peers.awaitLeader();
            RaftDriver alone = peers.peer(0);
            peers.crash(0);
            assertThrows(Error.class, () -> alone.start(new Peers.Numbered(1)));
            peers.sleep(Duration.ofSeconds(5));
        });
        overManySeeds(3, peers -> {
            peers.crash(peers.awaitLeader());
            int leader = peers.awaitLeader();
            peers.crash(leader);
            peers.sleep(Duration.ofSeconds(1));
            int before = peers.rpcs();
            peers.sleep(Duration.ofSeconds(1));
            assertTrue(peers.rpcs() > before, "the last one goes on asking for votes");
            assertFalse(peers.leaders().contains(leader));
        });
    }

    /** Four followers, ten heartbeats a second; at both ends of the span there may be one more or less. */
    @Test
    void anIdleClusterSpeaksAsOftenAsHeartbeatsNeed() {
        overManySeeds(5, peers -> {
            peers.awaitLeader();
            peers.sleep(Duration.ofSeconds(1));
            int before = peers.rpcs();
            peers.sleep(Duration.ofSeconds(10));
            assertEquals(4 * 100, peers.rpcs() - before, 4);
        });
    }

    @Test
    void aCommandCostsOneRpcForEachFollowerBesideTheHeartbeats() {
        overManySeeds(5, peers -> {
            int leader = peers.awaitLeader();
            peers.sleep(Duration.ofSeconds(1));
            int before = peers.rpcs();
            for (int number = 0; number < 10; number++) {
                peers.peer(leader).start(new Peers.Numbered(number));
                peers.sleep(Duration.ofSeconds(1));
            }
            assertEquals(4 * 100 + 4 * 10, peers.rpcs() - before, 4);
        });
    }
}
