package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;

/**
 * The leader is cut off for up to a minute. Through the new leader, a Clerk writes to the key of another, which then asks
 * the old leader first. All Clerks must find the new leader, unless the old one keeps their calls.
 */
final class LostLeader implements Episode {
    private static final Duration LOST = Duration.ofSeconds(60);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

    /** A server that keeps a call for longer may have no time-out, which is allowed. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        scene.run(order, scene::write);
        OptionalInt leader = scene.leader();
        if (leader.isEmpty()) {
            return;
        }
        int old = leader.getAsInt();
        Cluster cluster = scene.cluster();
        cluster.disconnect(old);
        if (scene.successorOf(old).isEmpty()) {
            cluster.reconnectAll();
            return;
        }
        if (order.size() > 1) {
            scene.writeTo(order.get(0), order.get(1), cluster.links().peers(old));
        }
        Clerk owner = scene.workers().get(order.get(0));
        cluster.links().confine(owner, List.of(old));
        ClientTasks calls = scene.begin(order, (clerk, number) -> {
            scene.read(clerk, number);
            scene.write(clerk, number);
        });
        scene.sleep(100, 300);
        cluster.links().release(owner);
        awaitInMajority(scene, old, calls, order);
        cluster.reconnectAll();
        calls.await(Rounds.AT_LAST);
    }

    private static void awaitInMajority(Scene scene, int old, ClientTasks calls, List<Integer> numbers) {
        Cluster cluster = scene.cluster();
        Duration end = cluster.now().plus(LOST);
        while (!calls.isDone() && cluster.now().compareTo(end) < 0 && cluster.hasEventsLeft()) {
            cluster.sleep(CHECK_INTERVAL);
        }
        boolean kept = cluster.unanswered().stream()
                .anyMatch(call -> cluster.now().minus(call.receivedAt()).compareTo(KEPT) > 0);
        if (calls.isDone() || kept || cluster.now().compareTo(end) < 0) {
            return;
        }
        Clerk waiting = numbers.stream()
                .map(scene.workers()::get)
                .filter(clerk -> clerk.current().isPresent())
                .findFirst()
                .orElseThrow();
        throw new ExpectationFailed(Diagnostic.of("extended.stays-with-lost-leader")
                .with("client", waiting.name())
                .with("seconds", LOST.toSeconds())
                .with("server", old));
    }
}
