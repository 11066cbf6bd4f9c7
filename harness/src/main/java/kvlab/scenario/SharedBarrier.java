package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;

/**
 * A leader is cut off while it waits for a command that its followers have. A new leader commits a write. Only then a get
 * arrives at the old leader, and after it the followers' late answers, or the new leader's entries: the get may not share
 * in a wait that began before that write.
 */
final class SharedBarrier implements Episode {
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
        boolean late = scene.random().nextInt(4) > 0;
        if (late) {
            Duration delay = Duration.ofMillis(scene.random().nextLong(480, 760));
            cluster.links().peers(old).forEach(peer -> cluster.slow(peer, old, delay));
        } else {
            cluster.links().deafen(old);
        }
        boolean getFirst = scene.random().nextInt(4) > 0;
        ClientTasks waiting = scene.begin(List.of(first), getFirst ? scene::read : scene::write);
        scene.sleep(30, 50);
        if (late) {
            cluster.links().cutOneWay(List.of(old), cluster.links().peers(old));
        } else {
            cluster.disconnect(old);
        }
        if (scene.successorOf(old).isPresent()) {
            scene.writeTo(owner, writer, cluster.links().peers(old));
        }
        ClientTasks get = scene.begin(List.of(owner), scene::read);
        scene.sleep(16, 50);
        if (!late) {
            cluster.links().hear(old);
            cluster.reconnect(old);
        }
        scene.sleep(300, 700);
        cluster.reconnectAll();
        waiting.await(Rounds.AT_LAST);
        get.await(Rounds.AT_LAST);
    }
}
