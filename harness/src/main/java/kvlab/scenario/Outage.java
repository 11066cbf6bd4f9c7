package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;

/**
 * Clerks whose call has just begun get no success for up to a minute: no servers form a majority, or the Clerks reach
 * none. Then the call must succeed, and may have taken effect long ago.
 */
final class Outage implements Episode {
    private static final Duration MAX_UNDER_WAY = Duration.ofMillis(150);

    @Override
    public void play(Scene scene) {
        List<Integer> order = scene.shuffledWorkers();
        int count = Math.min(order.size(), 1 + scene.random().nextInt(2));
        List<Integer> callers = order.subList(0, count);
        ClientTasks calls = scene.begin(callers, (clerk, number) -> {
            if (clerk.random().nextInt(4) > 0) {
                scene.write(clerk, number);
            } else {
                scene.read(clerk, number);
            }
        });
        if (scene.random().nextBoolean()) {
            awaitArrival(scene, scene.workers().get(callers.get(0)));
        } else {
            scene.sleep(2, 60);
        }
        Duration time = Duration.ofMillis(
                scene.random().nextBoolean()
                        ? scene.random().nextLong(6_000, 15_000)
                        : scene.random().nextLong(32_000, 42_000));
        List<Runnable> kinds = kinds(scene, callers, time, order.subList(count, order.size()));
        kinds.get(scene.random().nextInt(kinds.size())).run();
        calls.await(Rounds.AT_LAST.plus(time));
    }

    /** Waits until a leader has a call of a Clerk: then it takes effect, as a rule. */
    private static void awaitArrival(Scene scene, Clerk clerk) {
        Cluster cluster = scene.cluster();
        cluster.await(
                MAX_UNDER_WAY,
                Duration.ofMillis(1),
                () -> cluster.unanswered().stream()
                        .anyMatch(call -> call.client().equals(clerk.name())
                                && cluster.raftState(call.server()).leader()));
    }

    private static List<Runnable> kinds(Scene scene, List<Integer> callers, Duration time, List<Integer> others) {
        List<Runnable> kinds = new ArrayList<>();
        if (scene.faults().partitions()) {
            kinds.add(() -> divide(scene, time));
        }
        if (scene.faults().restarts()) {
            kinds.add(() -> crash(scene, time));
        }
        if (scene.faults().unreliable() || scene.faults().partitions()) {
            kinds.add(() -> isolate(scene, callers, time, others));
        }
        return kinds;
    }

    private static void divide(Scene scene, Duration time) {
        Cluster cluster = scene.cluster();
        cluster.partition(IntStream.range(0, cluster.size()).mapToObj(List::of).toList());
        scene.idle(time);
        cluster.reconnectAll();
    }

    private static void crash(Scene scene, Duration time) {
        Cluster cluster = scene.cluster();
        int first = scene.leader().orElse(0);
        List<Integer> victims =
                IntStream.rangeClosed(first, first + cluster.size() / 2).boxed().toList();
        victims.forEach(cluster::crash);
        scene.idle(time);
        victims.forEach(cluster::restart);
    }

    /** Meanwhile the other Clerks, in some schedules, make many calls. */
    private static void isolate(Scene scene, List<Integer> callers, Duration time, List<Integer> others) {
        List<Clerk> isolated = callers.stream().map(scene.workers()::get).toList();
        isolated.forEach(clerk -> scene.cluster().links().confine(clerk, List.of()));
        Duration end = scene.cluster().now().plus(time);
        int calls = calls(scene.random());
        if (!others.isEmpty() && calls > 0) {
            scene.cluster().conditions(Conditions.RELIABLE); // many calls in a short time
            LongSession.play(scene, others, 1 + calls / others.size());
            if (scene.faults().unreliable()) {
                scene.cluster().conditions(scene.faults().mix().net());
            }
        }
        if (scene.cluster().now().compareTo(end) < 0) {
            scene.idle(end.minus(scene.cluster().now()));
        }
        isolated.forEach(scene.cluster().links()::release);
    }

    /** Mostly none, sometimes more than a duplicate table may keep that keeps the latest of all clients. */
    private static int calls(RandomGenerator random) {
        int kind = random.nextInt(24);
        if (kind < 15) {
            return 0;
        }
        return kind < 20 ? random.nextInt(80, 250) : random.nextInt(350, 1_200);
    }
}
