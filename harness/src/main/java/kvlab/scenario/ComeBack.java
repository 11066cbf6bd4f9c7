package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;

/**
 * A leader that is cut off takes a command, which is lost. Later the same server leads again, and the Clerk, which reaches
 * no other server, still sends the same request.
 */
final class ComeBack implements Episode {
    private static final Duration LEADS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(8);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(20);

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        int caller = order.get(0);
        OptionalInt leader = scene.leader();
        if (leader.isEmpty()) {
            return;
        }
        int old = leader.getAsInt();
        Cluster cluster = scene.cluster();
        Clerk clerk = scene.workers().get(caller);
        cluster.links().confine(clerk, List.of(old));
        cluster.disconnect(old);
        ClientTasks call = scene.begin(List.of(caller), scene.random().nextBoolean() ? scene::write : scene::read);
        if (scene.successorOf(old).isPresent() && order.size() > 1) {
            int other = order.get(1);
            scene.writeTo(other, other, cluster.links().peers(old)); // takes the lost command's place in the log
        } else {
            scene.sleep(6_000, 7_000); // until another client has done so
        }
        scene.sleep(500, 3_000);
        cluster.reconnect(old);
        scene.sleep(400, 1_200);
        leadAgain(scene, old);
        cluster.links().confine(clerk, List.of(old));
        cluster.await(ENDS_WITHIN, CHECK_INTERVAL, call::isDone);
        cluster.links().release(clerk);
        call.await(Rounds.AT_LAST);
        scene.run(order, scene::read);
        scene.run(List.of(caller), scene::write);
    }

    /** Connects the others to this server only, until it leads. */
    private static void leadAgain(Scene scene, int server) {
        Cluster cluster = scene.cluster();
        cluster.star(server, cluster.links().peers(server));
        cluster.await(
                LEADS_WITHIN, CHECK_INTERVAL, () -> cluster.raftState(server).leader());
        cluster.reconnectAll();
    }
}
