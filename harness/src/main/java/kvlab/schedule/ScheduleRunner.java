package kvlab.schedule;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.api.RaftState;
import kvlab.cluster.Cluster;
import kvlab.cluster.CodeUnderTest;
import kvlab.cluster.ExpectationFailed;
import kvlab.cluster.NoLeader;
import kvlab.cluster.ServerFailure;
import kvlab.cluster.StudentCode;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.history.Call;
import kvlab.history.Linearizability;
import kvlab.history.LinearizabilityChecker;
import kvlab.net.Conditions;
import kvlab.record.Recording;
import kvlab.record.Timeline;
import kvlab.reduction.Elements;
import kvlab.reduction.Kind;
import kvlab.sim.EventLimitExceeded;
import kvlab.sim.HangDetected;
import kvlab.sim.Simulation;
import kvlab.sim.World;

/** Runs one scenario of one submission under one schedule, and decides the verdict. */
public final class ScheduleRunner {
    /** The number of attempts to read every key from every server at the end, in case leadership changes meanwhile. */
    private static final int READ_BACK_ROUNDS = 5;

    /** The time limit for a handler once all servers are connected: much longer than a client's. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    /** In how many of 100 schedules all servers lead at the end. */
    private static final int ALL_LEAD_PERCENT = 3;

    private static final Duration READ_BACK_PAUSE = Duration.ofSeconds(1);
    private static final int CALLS_SHOWN = 12;

    private final World world;
    private final Supplier<Supplier<CodeUnderTest>> clusters;
    private final LinearizabilityChecker checker = new LinearizabilityChecker();

    /** Runs code that all machines share. */
    public ScheduleRunner(World world, CodeUnderTest code) {
        this(world, () -> code);
    }

    /** @param clusters for each schedule, what gives each machine its code */
    ScheduleRunner(World world, Supplier<Supplier<CodeUnderTest>> clusters) {
        this.world = world;
        this.clusters = clusters;
    }

    /** Runs a schedule that is not recorded. */
    public Verdict run(Scenario scenario, int servers, long seed) {
        return run(scenario, servers, seed, Recording.OFF, Elements.all()).verdict();
    }

    Verdict run(TestCase test, long seed, Recording recording) {
        return run(test, seed, recording, Elements.all()).verdict();
    }

    ScheduleRun run(TestCase test, long seed, Recording recording, Elements elements) {
        return run(test.scenario(), test.servers(), seed, recording, elements);
    }

    /**
     * Runs a schedule.
     *
     * @param recording receives the events
     * @param elements says what is taken away of the schedule
     */
    public ScheduleRun run(Scenario scenario, int servers, long seed, Recording recording, Elements elements) {
        Simulation simulation = world.simulation(seed, recording);
        Cluster cluster = new Cluster(simulation, servers, clusters.get(), elements);
        Verdict verdict = play(scenario, simulation, cluster);
        return new ScheduleRun(
                verdict,
                simulation.events(),
                cluster.faults().size(),
                cluster.history().calls().size());
    }

    /** Runs a schedule, and keeps all that its explanation needs. */
    RecordedRun record(TestCase test, long seed, Elements elements) {
        Recording recording = Recording.withFields();
        Simulation simulation = world.simulation(seed, recording);
        Cluster cluster = new Cluster(simulation, test.servers(), clusters.get(), elements);
        Verdict verdict = play(test.scenario(), simulation, cluster);
        return new RecordedRun(verdict, recording, cluster.history());
    }

    private Verdict play(Scenario scenario, Simulation simulation, Cluster cluster) {
        Statistics[] statistics = {Statistics.NONE};
        try {
            simulation.run(() -> {
                scenario.play(cluster);
                statistics[0] = statistics(cluster);
                readBack(cluster);
            });
            return judge(cluster, statistics[0]);
        } catch (ExpectationFailed e) {
            return new Verdict.Failed(
                    e.diagnostic(), FaultSummary.of(cluster) + remarks(cluster.remarks()) + lastCalls(cluster));
        } catch (ServerFailure e) {
            return new Verdict.Failed(e.diagnostic(), FaultSummary.of(cluster) + e.stack());
        } catch (HangDetected e) {
            return timedOut(e);
        } catch (EventLimitExceeded e) {
            return new Verdict.TimedOut(e.diagnostic(), "");
        } catch (NoLeader e) {
            return cluster.hasProvidedRaft()
                    ? kitFailed(e) // the provided Raft is the kit's
                    : new Verdict.Failed(e.diagnostic(), FaultSummary.of(cluster) + lastCalls(cluster));
        } catch (OutOfMemoryError e) {
            Diagnostic exhausted =
                    Diagnostic.of("schedule.out-of-memory").with("text", Optional.ofNullable(e.getMessage()));
            return new Verdict.Crashed(exhausted, "");
        } catch (VirtualMachineError | LinkageError e) {
            // Most often a stack that overflowed in an initialiser of the JDK, whose class then fails for good.
            return new Verdict.Crashed(
                    Diagnostic.of("schedule.jvm-damaged")
                            .with("error", e.getClass().getSimpleName()),
                    stackTrace(e));
        } catch (Throwable e) {
            return kitFailed(e);
        }
    }

    private static Verdict kitFailed(Throwable thrown) {
        return new Verdict.InfrastructureError(
                Diagnostic.of("schedule.kit-failed")
                        .with("exception", thrown.getClass().getName())
                        .with("text", StudentCode.message(thrown)),
                stackTrace(thrown));
    }

    private static Statistics statistics(Cluster cluster) {
        return new Statistics(
                cluster.now().toMillis(),
                cluster.size(),
                cluster.traffic().rpcs(),
                operations(cluster),
                cluster.remarks());
    }

    /** The number of client calls; in a scenario without clients, of commands that were agreed on. */
    private static long operations(Cluster cluster) {
        int calls = cluster.history().calls().size();
        return calls > 0
                ? calls
                : IntStream.range(0, cluster.size())
                        .filter(cluster::isUp)
                        .map(server -> cluster.delivered(server).size())
                        .max()
                        .orElse(0);
    }

    /**
     * With the network healed and a stable leader, reads each value that a get can return, so that it enters the
     * history.
     */
    private static void readBack(Cluster cluster) {
        cluster.clearTriggers();
        cluster.unreliable(false);
        cluster.conditions(Conditions.RELIABLE);
        cluster.reconnectAll();
        for (int server = 0; server < cluster.size(); server++) {
            cluster.restart(server);
        }
        if (cluster.includes(Kind.READ_BACK, 0)) {
            expectEveryKeyReadable(cluster);
        }
        expectEveryCallAnswered(cluster);
        compareReplicas(cluster);
    }

    /**
     * Lets servers lead, one after the other, and reads from each: what a server that does not lead has applied is not
     * seen from outside. In some schedules all servers, unless the scenario has determined how many.
     */
    private static void compareReplicas(Cluster cluster) {
        if (cluster.history().calls().isEmpty()) {
            return; // a scenario without clients
        }
        RandomGenerator random = cluster.random("read back", 0);
        int chosen = random.nextInt(100) < ALL_LEAD_PERCENT ? cluster.size() : 0;
        int left = cluster.leaders().atTheEnd().orElse(chosen);
        int first = random.nextInt(cluster.size());
        for (int i = 0; i < cluster.size() && left > 0; i++) {
            int server = (first + i) % cluster.size();
            if (!cluster.raftState(server).leader()
                    && cluster.includes(Kind.LAST_LEADER, server)) { // what the present leader has was read already
                left -= readWhileLeading(cluster, server) ? 1 : 0;
                cluster.leaders().reunite();
            }
        }
    }

    private static boolean readWhileLeading(Cluster cluster, int server) {
        if (!cluster.leaders().letLead(server)) {
            return false; // a student's Raft may elect another server, or none
        }
        RaftState reign = cluster.raftState(server);
        List<String> unread = cluster.readBack(List.of(server));
        for (int round = 1; round < READ_BACK_ROUNDS && !unread.isEmpty(); round++) {
            cluster.sleep(READ_BACK_PAUSE);
            unread = cluster.readBack(List.of(server));
        }
        if (!unread.isEmpty() && cluster.raftState(server).equals(reign)) {
            throw new ExpectationFailed(Diagnostic.of("server.leader-does-not-answer")
                    .with("key", Quote.of(unread.get(0)))
                    .with("server", server)
                    .with("term", reign.term())
                    .with("times", READ_BACK_ROUNDS));
        }
        return true;
    }

    private static void expectEveryKeyReadable(Cluster cluster) {
        List<String> unread = List.of();
        for (int round = 0; round < READ_BACK_ROUNDS; round++) {
            cluster.awaitLeader();
            unread = cluster.readBack();
            if (unread.isEmpty()) {
                return;
            }
        }
        throw new ExpectationFailed(Diagnostic.of("server.key-unreadable")
                .with("key", Quote.of(unread.get(0)))
                .with("times", READ_BACK_ROUNDS));
    }

    /**
     * Requires that every call is answered. Further gets are made meanwhile, since a handler may wait until another
     * command takes its index.
     */
    private static void expectEveryCallAnswered(Cluster cluster) {
        Duration end = cluster.now().plus(ANSWER_TIMEOUT);
        while (!cluster.unanswered().isEmpty() && cluster.now().compareTo(end) < 0) {
            cluster.sleep(READ_BACK_PAUSE);
            cluster.readBack();
        }
        cluster.unanswered().stream().findFirst().ifPresent(call -> {
            throw new ExpectationFailed(Diagnostic.of("server.call-unanswered")
                    .with("seconds", ANSWER_TIMEOUT.toSeconds())
                    .with("server", call.server())
                    .with("call", call.operation())
                    .with("client", call.client())
                    .with("time", Timeline.seconds(call.receivedAt())));
        });
    }

    private Verdict judge(Cluster cluster, Statistics statistics) {
        Linearizability result = checker.check(cluster.history());
        Optional<Diagnostic> found = result.diagnostic();
        if (found.isEmpty()) {
            return new Verdict.Passed(statistics);
        }
        return result instanceof Linearizability.Undecided
                ? new Verdict.Undecided(found.get(), result.detail())
                : new Verdict.Failed(
                        found.get(), FaultSummary.of(cluster) + remarks(statistics.remarks()) + result.detail());
    }

    private static Verdict timedOut(HangDetected hang) {
        Diagnostic where = switch (hang.kind()) {
            case BLOCKED -> Diagnostic.of("schedule.blocked");
            case BUSY -> Diagnostic.of("schedule.endless-loop");
            case ALLOCATING -> Diagnostic.of("schedule.allocating-loop");
        };
        return new Verdict.TimedOut(
                where.with("scope", hang.scope())
                        .with("coroutine", hang.coroutine())
                        .with("seconds", hang.limit().toSeconds())
                        .at(StudentCode.place(hang.getStackTrace())),
                StudentCode.frames(hang.getStackTrace()));
    }

    private static String remarks(List<Diagnostic> remarks) {
        return remarks.stream()
                .map(remark -> "note: " + remark.message() + "\n")
                .collect(Collectors.joining());
    }

    private static String lastCalls(Cluster cluster) {
        List<Call> calls = cluster.history().calls();
        if (calls.isEmpty()) {
            return ""; // a scenario without clients
        }
        StringBuilder text = new StringBuilder("the last client calls:\n");
        for (Call call : calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size())) {
            text.append("    ").append(call).append('\n');
        }
        return text.toString();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
