package kvlab.grader.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.cluster.CodeUnderTest;
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

    private final ScheduleRunner runner = new ScheduleRunner(new World(), CodeUnderTest.servers(context -> new Idle()));

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

    /** A server without state that receives no requests. */
    private static final class Idle implements KeyValueServer {
        @Override
        public Status put(RequestId request, String key, String value) {
            return Status.TIMEOUT;
        }

        @Override
        public Status append(RequestId request, String key, String value) {
            return Status.TIMEOUT;
        }

        @Override
        public GetResult get(RequestId request, String key) {
            return GetResult.failed(Status.TIMEOUT);
        }

        @Override
        public void onNextCommand(CommittedCommand committed) {}
    }
}
