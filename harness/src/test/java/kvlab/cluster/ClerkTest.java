package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kvlab.api.ClerkContext;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueClient;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.ServerEnd;
import kvlab.api.Status;
import kvlab.history.Outcome;
import kvlab.net.Conditions;
import kvlab.net.Fault;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** A Clerk's way to a server: one answer, or the certainty that none will come. */
class ClerkTest {
    private static final RequestId CALL = new RequestId(1, 1);
    private static final Duration CERTAIN = Duration.ofMillis(100);

    private final World world = new World();
    private final List<String> served = new ArrayList<>();

    /** Answers at once, with itself as the value; or never, if the key is "never". */
    private final class Prompt implements KeyValueServer {
        private final ServerContext context;

        Prompt(ServerContext context) {
            this.context = context;
        }

        @Override
        public Status put(RequestId request, String key, String value) {
            served.add("put " + key);
            return Status.SUCCESS;
        }

        @Override
        public Status append(RequestId request, String key, String value) {
            return Status.NOT_LEADER;
        }

        @Override
        public GetResult get(RequestId request, String key) {
            if (key.equals("never")) {
                context.promise().await();
            }
            return GetResult.success("" + context.id());
        }

        @Override
        public void onNextCommand(CommittedCommand committed) {}
    }

    /** Plays on three prompt servers, with a Clerk that only holds its context. */
    private void play(long seed, Consumer<Stage> scenario) {
        Simulation simulation = world.simulation(seed, Recording.OFF);
        ClerkContext[] context = new ClerkContext[1];
        ClerkFactory clerks = given -> {
            context[0] = given;
            return new Unused();
        };
        Cluster cluster =
                new Cluster(simulation, 3, new CodeUnderTest(Prompt::new, clerks, Optional.empty()), Elements.all());
        simulation.run(() -> {
            cluster.clerk();
            scenario.accept(new Stage(cluster, context[0]));
        });
    }

    private record Stage(Cluster cluster, ClerkContext clerk) {
        /** The server end with an id, which differs from its position. */
        ServerEnd to(int server) {
            return clerk.servers().stream()
                    .filter(end -> end.get(CALL, "k").equals(Optional.of(GetResult.success("" + server))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static class Unused implements KeyValueClient {
        @Override
        public String get(String key) {
            return "";
        }

        @Override
        public void put(String key, String value) {}

        @Override
        public void append(String key, String value) {}
    }

    @Test
    void aServersAnswerComesBack() {
        play(1, stage -> {
            ServerEnd end = stage.to(2);
            assertEquals(Optional.of(Status.SUCCESS), end.put(CALL, "k", "v"));
            assertEquals(Optional.of(Status.NOT_LEADER), end.append(CALL, "k", "v"));
            assertEquals(Optional.of(GetResult.success("2")), end.get(CALL, "k"));
        });
    }

    @Test
    void thatAServerIsDownIsCertainWithin100Milliseconds() {
        play(2, stage -> {
            ServerEnd end = stage.to(1);
            stage.cluster().crash(1);
            Duration begin = stage.clerk().now();
            assertEquals(Optional.empty(), end.put(CALL, "k", "v"));
            Duration latency = Conditions.RELIABLE.maxLatency();
            assertTrue(stage.clerk().now().minus(begin).compareTo(CERTAIN.plus(latency)) < 0);
            assertEquals(List.of(), served);
        });
    }

    @Test
    void aLostRequestIsNotServedAndALostReplyIs() {
        play(3, stage -> {
            ServerEnd end = stage.to(0);
            stage.cluster().conditions(Conditions.RELIABLE.losing(1, 0));
            assertEquals(Optional.empty(), end.put(CALL, "request lost", ""));
            stage.cluster().conditions(Conditions.RELIABLE.losing(0, 1));
            assertEquals(Optional.empty(), end.put(CALL, "reply lost", ""));
            assertEquals(List.of("put reply lost"), served);
        });
    }

    @Test
    void aDuplicatedRequestIsServedTwiceAndAnsweredOnce() {
        play(4, stage -> {
            ServerEnd end = stage.to(0);
            stage.cluster().conditions(Conditions.RELIABLE.reordering(1, 0, Duration.ofSeconds(1)));
            assertEquals(Optional.of(Status.SUCCESS), end.put(CALL, "k", ""));
            stage.cluster().sleep(Duration.ofSeconds(3));
            assertEquals(List.of("put k", "put k"), served);
        });
    }

    @Test
    void thereIsNoAnswerOnlyIfTheRepliesToAllCopiesAreLost() {
        List<Long> lostReplies = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            play(seed, stage -> {
                ServerEnd end = stage.to(0);
                stage.cluster().conditions(Conditions.RELIABLE.losing(0, 0.5).reordering(1, 0, Duration.ofSeconds(1)));
                boolean answered = end.put(CALL, "k", "").isPresent();
                stage.cluster().sleep(Duration.ofSeconds(3));
                long lost = stage.cluster().faults().stream()
                        .filter(struck -> struck.fault() instanceof Fault.Lost fault
                                && fault.to().equals("client 1"))
                        .count();
                assertEquals(lost < 2, answered);
                lostReplies.add(lost);
            });
        }
        assertEquals(Set.of(0L, 1L, 2L), Set.copyOf(lostReplies));
    }

    @Test
    void aServerThatNeverAnswersKeepsTheCallWaitingUntilItIsGone() {
        play(5, stage -> {
            ServerEnd end = stage.to(0);
            Duration begin = stage.clerk().now();
            ClientTasks work = stage.cluster().begin(List.of(stage.cluster().client()), client -> {
                stage.cluster().sleep(Duration.ofSeconds(20));
                stage.cluster().crash(0);
            });
            assertEquals(Optional.empty(), end.get(CALL, "never"));
            Duration waited = stage.clerk().now().minus(begin);
            assertTrue(waited.compareTo(Duration.ofSeconds(20)) >= 0, waited.toString());
            assertTrue(waited.compareTo(Duration.ofSeconds(20).plus(CERTAIN)) < 0, waited.toString());
            work.await(Duration.ofSeconds(1));
        });
    }

    @Test
    void positionsSayNothingAboutServers() {
        List<String> orders = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            play(
                    seed,
                    stage -> orders.add(String.join(
                            " ",
                            IntStream.range(0, 3)
                                    .mapToObj(i -> stage.clerk()
                                            .servers()
                                            .get(i)
                                            .get(CALL, "k")
                                            .orElseThrow()
                                            .value())
                                    .toList())));
        }
        assertEquals(6, Set.copyOf(orders).size(), orders.toString());
    }

    @Test
    void callsEnterTheHistoryAndAnExceptionIsTheClerks() {
        Simulation simulation = world.simulation(6, Recording.OFF);
        ClerkFactory clerks = context -> new Unused() {
            @Override
            public void append(String key, String value) {
                throw new IllegalStateException("no more servers to try");
            }
        };
        Cluster cluster =
                new Cluster(simulation, 3, new CodeUnderTest(Prompt::new, clerks, Optional.empty()), Elements.all());
        ServerFailure failure = assertThrows(
                ServerFailure.class,
                () -> simulation.run(() -> {
                    Clerk clerk = cluster.clerk();
                    clerk.put("k", "v");
                    assertEquals("", clerk.get("k"));
                    clerk.append("k", "w");
                }));
        assertTrue(failure.getMessage().startsWith("append of client 1 threw IllegalStateException: no more servers"));
        assertEquals(
                List.of("put(\"k\", \"v\")", "get(\"k\")", "append(\"k\", \"w\")"),
                cluster.history().calls().stream()
                        .map(call -> call.operation().toString())
                        .toList());
        assertNotEquals(new Outcome.Pending(), cluster.history().calls().get(0).outcome());
        assertTrue(cluster.history().calls().get(2).isPending());
    }
}
