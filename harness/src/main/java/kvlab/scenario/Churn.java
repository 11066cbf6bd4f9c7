package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Conditions;
import kvlab.scenario.RaftGroup.Started;

/** Servers crash, restart, disconnect and reconnect, while three clients start commands on every leader. */
final class Churn {
    private static final int ROUNDS = 20;
    private static final int STARTERS = 3;
    private static final Duration ROUND = Duration.ofMillis(350);

    private final Cluster cluster;
    private final RaftGroup group;
    private final RandomGenerator random;
    private final StopSignal stop = new StopSignal();
    private final List<Started> committed = new ArrayList<>();

    Churn(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
        this.random = cluster.random();
    }

    void play() {
        if (random.nextBoolean()) {
            cluster.conditions(FaultPlan.UNRELIABLE);
        }
        for (int starter = 0; starter < STARTERS; starter++) {
            RandomGenerator own = cluster.random("starter", starter);
            cluster.meanwhile("starter " + starter, () -> startCommands(own));
        }
        for (int round = 0; round < ROUNDS; round++) {
            disturb();
            cluster.sleep(ROUND);
        }
        stop.request();
        cluster.conditions(Conditions.RELIABLE);
        cluster.reconnectAll();
        group.all().forEach(cluster::restart);
        group.agree(group.all());
        expectAllCommitted();
    }

    private void disturb() {
        if (random.nextInt(5) == 0) {
            cluster.disconnect(random.nextInt(cluster.size()));
        }
        if (random.nextInt(2) == 0) {
            int server = random.nextInt(cluster.size());
            cluster.restart(server);
            cluster.reconnect(server);
        }
        if (random.nextInt(5) == 0) {
            cluster.crash(random.nextInt(cluster.size()));
        }
    }

    private void startCommands(RandomGenerator own) {
        while (!stop.isRequested()) {
            List<Started> started = group.all().stream()
                    .filter(cluster::isUp)
                    .flatMap(server -> group.start(server).stream())
                    .toList();
            cluster.sleep(Duration.ofMillis(10 + own.nextInt(90)));
            group.all().stream()
                    .flatMap(server -> started.stream().filter(command -> group.has(server, command)))
                    .forEach(committed::add);
        }
    }

    /** Each command that one server received must eventually reach all servers. */
    private void expectAllCommitted() {
        for (Started command : committed) {
            for (int server : group.all()) {
                if (!group.has(server, command)) {
                    throw new ExpectationFailed(command.addTo(
                            Diagnostic.of("raft.committed-command-missing").with("server", server)));
                }
            }
        }
    }
}
