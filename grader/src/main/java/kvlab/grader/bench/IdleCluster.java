package kvlab.grader.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kvlab.cluster.CodeUnderTest;
import kvlab.cluster.NoOpServer;
import kvlab.schedule.Scenario;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;

/** Five servers without client requests: only heartbeats and timers. */
public final class IdleCluster implements Measurement {

    private static final int SERVERS = 5;
    private static final Duration VIRTUAL = Duration.ofSeconds(5_000);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final long TARGET = 50_000;

    private final ScheduleRunner runner =
            new ScheduleRunner(new World(), CodeUnderTest.servers(context -> new NoOpServer()));

    @Override
    public String what() {
        return "idle cluster of five, virtual seconds in one second";
    }

    @Override
    public List<Figure> take() {
        virtualSecondsPerSecond(WARM_UP);
        double rate = virtualSecondsPerSecond(MEASURED);
        String measured = String.format(Locale.ROOT, "%,.0f", rate);
        return List.of(new Figure(what(), "./kvlab bench", measured, "at least 50,000", rate >= TARGET));
    }

    private double virtualSecondsPerSecond(Duration atLeast) {
        Scenario idle = cluster -> {
            cluster.awaitLeader();
            cluster.sleep(VIRTUAL);
        };
        long start = System.nanoTime();
        long seed = 0;
        while (System.nanoTime() - start < atLeast.toNanos()) {
            Verdict verdict = runner.run(idle, SERVERS, seed++);
            if (!(verdict instanceof Verdict.Passed)) {
                throw new IllegalStateException("an idle cluster came to: " + verdict.message());
            }
        }
        return seed * VIRTUAL.toSeconds() * 1e9 / (System.nanoTime() - start);
    }
}
