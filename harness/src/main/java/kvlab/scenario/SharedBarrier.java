package kvlab.scenario;

import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;

/**
 * A leader is cut off while it waits for a command that its followers have. A new leader commits that command, and then
 * a write. Only then a get arrives at the old leader, and it learns at last of both: the get may not share in a wait that
 * began before that write.
 */
final class SharedBarrier implements Episode {
    @Override
    public boolean fits(FaultPlan faults, int clerks) {
        return faults.partitions() && clerks >= 3;
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        int owner = order.get(0);
        int writer = order.get(1);
        int first = order.get(2);
        scene.run(List.of(owner, first), scene::write);
        OptionalInt leader = scene.leader();
        if (leader.isEmpty()) {
            return;
        }
        int old = leader.getAsInt();
        Cluster cluster = scene.cluster();
        Clerk reader = scene.workers().get(owner);
        cluster.links().confine(reader, List.of(old));
        cluster.links().confine(scene.workers().get(first), List.of(old));
        cluster.links().deafen(old);
        boolean getFirst = scene.random().nextInt(3) > 0;
        ClientTasks waiting = scene.begin(List.of(first), getFirst ? scene::read : scene::write);
        scene.sleep(30, 60);
        cluster.disconnect(old);
        if (scene.successorOf(old).isPresent()) {
            LostLeader.writeTo(scene, owner, writer, scene.others(old));
        }
        ClientTasks get = scene.begin(List.of(owner), scene::read);
        scene.sleep(16, 50);
        cluster.links().hear(old);
        cluster.reconnect(old);
        scene.sleep(100, 400);
        cluster.reconnectAll();
        waiting.await(Rounds.AT_LAST);
        get.await(Rounds.AT_LAST);
    }
}
