package kvlab.scenario;

import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;

/**
 * A leader that is cut off takes a command, and a new leader commits another one at the same index: an equal one of another
 * Clerk, or the one before it of the same Clerk. Then the old leader hears of that, while the call still waits.
 */
final class SameIndex implements Episode {
    /** Since other calls may take an index, too. */
    private static final int EQUAL_CALLS = 3;

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        int caller = order.get(0);
        scene.run(List.of(caller), scene::write);
        OptionalInt leader = scene.leader();
        if (leader.isEmpty()) {
            return;
        }
        int old = leader.getAsInt();
        Cluster cluster = scene.cluster();
        cluster.disconnect(old);
        if (scene.successorOf(old).isPresent()) {
            ClientTasks call = order.size() > 1 && scene.random().nextBoolean()
                    ? anotherClerk(scene, old, caller, order.get(1))
                    : sameClerk(scene, old, caller);
            cluster.reconnect(old);
            scene.sleep(200, 500);
            cluster.reconnectAll();
            call.await(Rounds.AT_LAST);
        }
        cluster.reconnectAll();
    }

    private static ClientTasks anotherClerk(Scene scene, int old, int caller, int other) {
        Cluster cluster = scene.cluster();
        Clerk clerk = scene.workers().get(other);
        cluster.links().confine(scene.workers().get(caller), List.of(old));
        cluster.links().confine(clerk, cluster.links().peers(old));
        int occasion = scene.occasion();
        ClientTasks call = scene.begin(
                List.of(caller), (one, number) -> scene.workload().writeEqual(one, number, caller, occasion));
        scene.run(List.of(other), (one, number) -> {
            for (int time = 0; time < EQUAL_CALLS; time++) {
                scene.workload().writeEqual(one, number, caller, occasion);
            }
        });
        cluster.links().release(clerk);
        return call;
    }

    private static ClientTasks sameClerk(Scene scene, int old, int caller) {
        Cluster cluster = scene.cluster();
        Clerk clerk = scene.workers().get(caller);
        cluster.links().confine(clerk, cluster.links().peers(old));
        scene.run(List.of(caller), scene::write);
        cluster.links().confine(clerk, List.of(old));
        ClientTasks call = scene.begin(List.of(caller), scene.random().nextBoolean() ? scene::write : scene::read);
        scene.sleep(15, 50);
        return call;
    }
}
