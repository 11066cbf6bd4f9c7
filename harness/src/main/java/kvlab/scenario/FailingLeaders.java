package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;

/** Leaders that fail repeatedly right after they started a command, often before it is committed. */
final class FailingLeaders {
    private static final int MAJORITY = 3;
    private static final int CRASHES = 60;
    private static final int DISCONNECTIONS = 150;

    private final Cluster cluster;
    private final RaftGroup group;
    private final RandomGenerator random;

    FailingLeaders(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
        random = cluster.random();
    }

    /** A leader crashes when all others have its command, and none knows it to be committed. The next one commits it. */
    void crashBeforeCommit() {
        int leader = cluster.awaitLeader();
        List<Integer> others = group.allBut(leader);
        others.forEach(other -> cluster.stall(other, leader));
        group.start(leader);
        cluster.sleep(Duration.ofMillis(50));
        cluster.crash(leader);
        cluster.reconnectAll();
        group.agree(others);
        cluster.restart(leader);
        group.agree(group.all());
    }

    /**
     * A leader crashes when it has committed a command that two of the others have, and its successor after its first
     * messages: those must not cost the remaining one the command.
     */
    void crashAfterFirstMessages() {
        int leader = cluster.awaitLeader();
        List<Integer> others = group.allBut(leader);
        cluster.conditions(RaftGroup.FAST);
        cluster.star(leader, group.after(leader, 1, 2));
        group.start(leader)
                .ifPresent(command -> group.awaitExactly(Duration.ofMillis(300), () -> group.has(leader, command)));
        long term = group.latestTerm();
        cluster.crash(leader);
        cluster.reconnectAll();
        if (group.awaitExactly(Cluster.LEADER_TIMEOUT, () -> group.anyLeads(others, term))) {
            int successor = others.stream().filter(group::leads).findFirst().orElseThrow();
            group.allBut(leader, successor).forEach(other -> cluster.stall(other, successor));
            cluster.sleep(Duration.ofMillis(10));
            cluster.crash(successor);
            cluster.conditions(Conditions.RELIABLE);
            cluster.reconnectAll();
            group.agree(group.allBut(leader, successor));
        }
        cluster.conditions(Conditions.RELIABLE);
        group.all().forEach(cluster::restart);
        group.agree(group.all());
    }

    /** On a reliable network, leaders crash. At the end all servers are up. */
    void crash() {
        for (int i = 0; i < CRASHES; i++) {
            List<Integer> leaders = startOnAll();
            pause(500);
            leaders.forEach(cluster::crash);
            List<Integer> down =
                    group.all().stream().filter(server -> !cluster.isUp(server)).toList();
            if (cluster.size() - down.size() < MAJORITY) {
                cluster.restart(down.get(random.nextInt(down.size())));
            }
        }
        group.all().forEach(cluster::restart);
    }

    /** On a network that loses, duplicates and reorders, leaders are cut off. At the end all servers are connected. */
    void disconnect() {
        cluster.conditions(FaultPlan.UNRELIABLE);
        boolean[] cutOff = new boolean[cluster.size()];
        for (int i = 0; i < DISCONNECTIONS; i++) {
            List<Integer> leaders = startOnAll();
            pause(250);
            for (int leader : leaders) {
                if (random.nextBoolean()) {
                    cluster.disconnect(leader);
                    cutOff[leader] = true;
                }
            }
            List<Integer> away =
                    group.all().stream().filter(server -> cutOff[server]).toList();
            if (cluster.size() - away.size() < MAJORITY) {
                int back = away.get(random.nextInt(away.size()));
                cluster.reconnect(back);
                cutOff[back] = false;
            }
        }
        cluster.conditions(Conditions.RELIABLE);
        cluster.reconnectAll();
    }

    /** Starts a command on all servers; returns those that accepted it. */
    private List<Integer> startOnAll() {
        return group.all().stream()
                .filter(cluster::isUp)
                .filter(server -> group.start(server).isPresent())
                .toList();
    }

    /** Usually too short for agreement, sometimes long enough for an election. */
    private void pause(int longest) {
        cluster.sleep(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(longest) : random.nextInt(25)));
    }
}
