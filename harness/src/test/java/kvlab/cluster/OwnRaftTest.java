package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.net.Conditions;
import kvlab.record.Recording;
import kvlab.record.Timeline;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** What a student's Raft gets from its context, and what of it is held against it. */
class OwnRaftTest {
    private static final Duration CERTAIN = Duration.ofMillis(100);

    private Supplier<Start> start = () -> new Start(true, 1, 1);
    private final World world = new World();
    private final Puppet[] puppets = new Puppet[3];
    private final List<String> handled = new ArrayList<>();

    private record Word(String text) implements Command {}

    /** Cannot be shown by its own code. */
    private record Mute(String text) implements Command {
        @Override
        public String toString() {
            throw new AssertionError("the record calls code of the submission");
        }
    }

    private record Words(List<String> all) {}

    /** A peer that does nothing of its own accord, and answers each word with itself and the word. */
    private final class Puppet implements RaftPeer {
        private final RaftContext context;
        private RaftState state = new RaftState(false, 1);

        Puppet(RaftContext context) {
            this.context = context;
            puppets[context.id()] = this;
        }

        @Override
        public Record handle(int from, Record request) {
            if (request instanceof Mute) {
                return request;
            }
            Word word = (Word) request;
            handled.add(from + ">" + context.id() + " " + word.text());
            return word.text().equals("list")
                    ? new Words(new ArrayList<>(List.of("a")))
                    : new Word(context.id() + word.text());
        }

        @Override
        public Start start(Command command) {
            return start.get();
        }

        @Override
        public RaftState state() {
            return state;
        }

        void deliver(long index, long term, String text) {
            context.deliver(new CommittedCommand(index, term, new Word(text)));
        }
    }

    /** Plays on three puppets, once they are built. */
    private void play(Consumer<Cluster> scenario) {
        play(Recording.OFF, scenario);
    }

    private void play(Recording recording, Consumer<Cluster> scenario) {
        Simulation simulation = world.simulation(1, recording);
        CodeUnderTest code = new CodeUnderTest(
                context -> new NoOpServer(),
                context -> {
                    throw new IllegalStateException("no Clerk takes part");
                },
                Optional.of(Puppet::new));
        Cluster cluster = new Cluster(simulation, 3, code, Elements.all());
        simulation.run(() -> {
            cluster.sleep(Duration.ofMillis(1));
            cluster.start(0, new Word("a"));
            cluster.start(0, new Word("b"));
            scenario.accept(cluster);
        });
    }

    private String failure(Consumer<Cluster> scenario) {
        return assertThrows(ExpectationFailed.class, () -> play(scenario)).getMessage();
    }

    @Test
    void aPeersReplyComesBack() {
        play(cluster -> {
            assertEquals(Optional.of(new Word("2hello")), puppets[0].context.call(2, new Word("hello")));
            assertEquals(List.of("0>2 hello"), handled);
        });
    }

    @Test
    void aRecordShowsTheRaftsObjectsWithoutCallingThem() {
        Recording recording = Recording.on();
        play(recording, cluster -> {
            start = () -> new Start(true, 3, 1);
            cluster.start(0, new Mute("started"));
            puppets[0].context.call(2, new Mute("called"));
            puppets[0].context.save(new Mute("saved"));
            puppets[0].context.deliver(new CommittedCommand(1, 1, new Mute("started")));
            cluster.sleep(CERTAIN);
        });
        String text = new Timeline(recording).text();
        for (String shown : List.of("starts 3: Mute[", "called", "saves Mute[", "commits 1: Mute[")) {
            assertTrue(text.contains(shown), text);
        }
    }

    @Test
    void thatNoReplyWillComeIsCertainWithin100Milliseconds() {
        play(cluster -> {
            cluster.crash(1);
            Duration begin = cluster.now();
            assertEquals(Optional.empty(), puppets[0].context.call(1, new Word("hello")));
            Duration latency = Conditions.RELIABLE.maxLatency();
            assertTrue(cluster.now().minus(begin).compareTo(CERTAIN.plus(latency)) < 0);
            assertEquals(List.of(), handled);

            cluster.conditions(Conditions.RELIABLE.losing(0, 1));
            assertEquals(Optional.empty(), puppets[0].context.call(2, new Word("reply lost")));
            assertEquals(List.of("0>2 reply lost"), handled);
        });
    }

    @Test
    void aReplyToACallerThatHasCrashedAnswersNoCallOfItsNextLife() {
        play(cluster -> {
            cluster.stall(1, 0);
            Puppet rpcClient = puppets[0];
            rpcClient.context.spawn(() -> rpcClient.context.call(1, new Word("first life")));
            cluster.sleep(CERTAIN);
            cluster.crash(0);
            cluster.restart(0);
            cluster.sleep(Duration.ofMillis(1));
            List<Optional<Record>> replies = new ArrayList<>();
            Puppet next = puppets[0];
            next.context.spawn(() -> replies.add(next.context.call(1, new Word("second life"))));
            cluster.sleep(CERTAIN);
            cluster.release(1, 0);
            cluster.sleep(CERTAIN);
            assertEquals(List.of("0>1 first life", "0>1 second life"), handled);
            assertEquals(List.of(Optional.of(new Word("1second life"))), replies);
        });
    }

    @Test
    void onlyOtherServersArePeers() {
        play(cluster -> {
            for (int peer : new int[] {-1, 0, 3}) {
                String message = assertThrows(
                                IllegalArgumentException.class, () -> puppets[0].context.call(peer, new Word("me")))
                        .getMessage();
                assertTrue(message.startsWith("server 0 has no peer " + peer), message);
            }
        });
    }

    @Test
    void whatWasSavedLastIsThereInTheNextLife() {
        play(cluster -> {
            assertEquals(Optional.empty(), puppets[0].context.saved());
            puppets[0].context.save(new Word("first"));
            puppets[0].context.save(new Word("last"));
            cluster.crash(0);
            cluster.restart(0);
            cluster.sleep(Duration.ofMillis(1));
            assertEquals(Optional.of(new Word("last")), puppets[0].context.saved());
            assertEquals(Optional.empty(), puppets[1].context.saved());
        });
    }

    @Test
    void whatCanChangeIsNeitherSavedNorSentNorReplied() {
        Words words = new Words(new ArrayList<>(List.of("a")));
        play(cluster -> {
            RaftContext context = puppets[0].context;
            for (Runnable each : List.<Runnable>of(() -> context.save(words), () -> context.call(1, words))) {
                String message =
                        assertThrows(IllegalArgumentException.class, each::run).getMessage();
                assertTrue(message.contains("Words.all is a java.util.ArrayList"), message);
            }
            assertEquals(Optional.empty(), context.saved());
        });
        ServerFailure reply =
                assertThrows(ServerFailure.class, () -> play(cluster -> puppets[0].context.call(1, new Word("list"))));
        assertTrue(reply.getMessage().contains("Words.all is a java.util.ArrayList"), reply.getMessage());
    }

    @Test
    void commandsAreDeliveredInOrderFromOneInEachLife() {
        play(cluster -> {
            puppets[0].deliver(1, 1, "a");
            for (int index : new int[] {1, 3, 0}) {
                String message = assertThrows(IllegalStateException.class, () -> puppets[0].deliver(index, 1, "b"))
                        .getMessage();
                assertTrue(message.startsWith("index " + index + " was delivered after 1:"), message);
            }
            puppets[0].deliver(2, 1, "b");
            assertEquals(2, cluster.delivered(0).size());
            cluster.crash(0);
            cluster.restart(0);
            cluster.sleep(Duration.ofMillis(1));
            puppets[0].deliver(1, 1, "a");
            assertEquals(1, cluster.delivered(0).size());
        });
    }

    @Test
    void aCommandThatNoLeaderWasGivenIsReported() {
        assertEquals(
                "server 1 delivers Word[text=no-op] of term 1 at index 1, which no server started: only commands that"
                        + " came through start may be delivered",
                failure(cluster -> {
                    puppets[1].deliver(1, 1, "no-op");
                    cluster.sleep(CERTAIN);
                }));
    }

    @Test
    void startMustTellAnIndexThatIsStillToCome() {
        assertEquals("start on server 2 returned index 0 for its command: indices begin at 1", failure(cluster -> {
            start = () -> new Start(true, 0, 1);
            cluster.start(2, new Word("c"));
            cluster.sleep(CERTAIN);
        }));
        start = () -> new Start(true, 1, 1);
        assertEquals(
                "start on server 2 returned index 1 for its command, but that server has delivered all commands up to"
                        + " index 1 already",
                failure(cluster -> {
                    puppets[2].deliver(1, 1, "a");
                    cluster.start(2, new Word("c"));
                    cluster.sleep(CERTAIN);
                }));
    }

    @Test
    void startMustNotSuspend() {
        ServerFailure failure = assertThrows(
                ServerFailure.class,
                () -> play(cluster -> {
                    start = () -> {
                        puppets[1].context.sleep(Duration.ofMillis(1));
                        return new Start(true, 1, 1);
                    };
                    cluster.start(1, new Word("c"));
                }));
        assertTrue(failure.getMessage().contains("StudentRaft.start must not suspend"), failure.getMessage());
    }

    @Test
    void differentCommandsAtOneIndexAreReported() {
        String expected = "Raft broke State Machine Safety (Figure 3 of the paper): server 1 delivers Word[text=b] of"
                + " term TERM at index 1, and server 0 had delivered Word[text=a] of term 1 there";
        play(cluster -> {
            puppets[0].deliver(1, 1, "a");
            puppets[1].deliver(1, 1, "a");
        });
        assertEquals(expected.replace("TERM", "1"), failure(cluster -> {
            puppets[0].deliver(1, 1, "a");
            puppets[1].deliver(1, 1, "b");
            cluster.sleep(CERTAIN);
        }));
        assertEquals(expected.replace("TERM", "2").replace("b]", "a]"), failure(cluster -> {
            puppets[0].deliver(1, 1, "a");
            puppets[1].deliver(1, 2, "a");
            cluster.sleep(CERTAIN);
        }));
    }

    @Test
    void twoLeadersOfOneTermAreReportedWhoeverIsLookedAt() {
        String expected = "Raft broke Election Safety (Figure 3 of the paper): servers 0 and 2 both lead in term 4";
        play(cluster -> {
            lead(0, 4);
            cluster.raftState(0);
            cluster.raftState(0);
            lead(2, 5);
            cluster.raftState(2);
        });
        assertEquals(expected, failure(cluster -> {
            lead(2, 4);
            cluster.raftState(2);
            lead(0, 4);
            cluster.raftState(0);
        }));
        assertEquals(
                expected,
                failure(
                        cluster -> { // the first has stepped down before the other is known
                            lead(2, 4);
                            puppets[2].context.call(1, new Word("I lead"));
                            puppets[2].state = new RaftState(false, 5);
                            lead(0, 4);
                            puppets[0].context.call(1, new Word("I lead too"));
                        }));
    }

    private void lead(int server, long term) {
        puppets[server].state = new RaftState(true, term);
    }

    @Test
    void aPeerThatIsNotYetBuiltDoesNotLead() {
        play(cluster -> {
            lead(0, 1);
            cluster.crash(0);
            cluster.restart(0);
            assertEquals(new Start(false, 0, 0), cluster.start(0, new Word("early")));
            assertEquals(new RaftState(false, 0), cluster.raftState(0));
            cluster.sleep(Duration.ofMillis(1));
            assertEquals(new Start(true, 1, 1), cluster.start(0, new Word("later")));
        });
    }
}
