package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.Links;

/**
 * A leader that is cut off takes two commands. The next leader replaces the first of them and removes the second (section
 * 5.3). While the two calls still wait, the old leader is elected again and gives the second one's index to another call.
 */
final class Displaced implements Episode {
    static final int CLERKS = 3;

    private static final Duration ELECTED_WITHIN = Duration.ofMillis(600);
    private static final Duration DONE_WITHIN = Duration.ofMillis(500);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(5);

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        List<Integer> callers = order.subList(0, 2);
        int other = order.get(2);
        OptionalInt leader = scene.leader();
        if (leader.isEmpty()) {
            return;
        }
        int old = leader.getAsInt();
        Cluster cluster = scene.cluster();
        Links links = cluster.links();
        callers.forEach(caller -> links.confine(scene.workers().get(caller), List.of(old)));
        cluster.disconnect(old);
        OptionalInt successor = scene.successorOf(old);
        if (successor.isPresent()) {
            scene.writeTo(other, other, links.peers(old));
            ClientTasks calls = scene.begin(callers, scene::write);
            scene.sleep(5, 20);
            cluster.reconnect(old);
            scene.sleep(60, 130); // the successor's next heartbeat brings its entry
            cluster.disconnect(successor.getAsInt());
            cluster.await(
                    ELECTED_WITHIN, CHECK_INTERVAL, () -> cluster.raftState(old).leader());
            if (cluster.raftState(old).leader()) {
                links.confine(scene.workers().get(other), List.of(old));
                ClientTasks displacing = scene.begin(List.of(other), scene::write);
                cluster.await(DONE_WITHIN, CHECK_INTERVAL, displacing::isDone); // it may be deposed at once
                links.release(scene.workers().get(other));
                cluster.reconnectAll();
                displacing.await(Rounds.AT_LAST);
            }
            heal(scene, callers);
            calls.await(Rounds.AT_LAST);
            scene.run(order, scene::read);
        } else {
            heal(scene, callers);
        }
    }

    private static void heal(Scene scene, List<Integer> confined) {
        Cluster cluster = scene.cluster();
        confined.forEach(caller -> cluster.links().release(scene.workers().get(caller)));
        cluster.reconnectAll();
    }
}
