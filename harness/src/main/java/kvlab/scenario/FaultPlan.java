package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.cluster.FaultTrigger;
import kvlab.cluster.FaultTrigger.FaultAction;
import kvlab.cluster.TriggerPoint;
import kvlab.net.Conditions;

/**
 * The faults during a round of the extended lab's tests. In half of all rounds some of them have triggers: they
 * occur when a server reaches a point that is likely to show bugs, rather than at a random time.
 */
record FaultPlan(FaultMix mix, boolean unreliable, boolean restarts, boolean partitions) {
    /**
     * The unreliable network of the original suite, with further faults: some requests are duplicated, or are delivered
     * late although they count as lost, and some messages are held back, so that later ones overtake them.
     */
    static final Conditions UNRELIABLE = Conditions.RELIABLE
            .taking(Duration.ZERO, Duration.ofMillis(26))
            .losing(0.1, 0.1)
            .deliveringLate(0.3, Duration.ofMillis(2_200))
            .reordering(0.03, 0.03, Duration.ofMillis(2_200));

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final int MAX_TRIGGERS = 4;
    private static final int LATEST_OCCURRENCE = 60;
    private static final int LATEST_RARE_OCCURRENCE = 3;

    /** Whether anything goes wrong in a round. */
    boolean areAny() {
        return unreliable || restarts || partitions;
    }

    /** Starts the faults of a round. */
    void begin(Cluster cluster, StopSignal stop) {
        if (partitions) {
            cluster.meanwhile("partitions", () -> divide(cluster, stop));
        }
        if (restarts) {
            cluster.meanwhile("crashes", () -> crashOneByOne(cluster, stop));
        }
        if (cluster.random().nextDouble() < mix.triggers()) {
            trigger(cluster);
        }
    }

    /**
     * Ends the faults of a round: after a while, all servers are up and connected. Clerks may still be in their last
     * calls.
     */
    void end(Cluster cluster) {
        cluster.clearTriggers();
        if (partitions) {
            cluster.reconnectAll();
            cluster.sleep(ONE_SECOND);
        }
        if (restarts) {
            for (int server = 0; server < cluster.size(); server++) {
                cluster.crash(server);
            }
            cluster.sleep(ONE_SECOND);
            for (int server = 0; server < cluster.size(); server++) {
                cluster.restart(server);
            }
        }
    }

    /** Partitions the servers at random, every second or so: into two sides, as a rule. */
    private void divide(Cluster cluster, StopSignal stop) {
        RandomGenerator random = cluster.random("sides", cluster.now().toNanos());
        cluster.sleep(ONE_SECOND);
        while (!stop.isRequested()) {
            if (random.nextDouble() < mix.shapes()) {
                Shape.any(random).form(cluster, random);
            } else {
                Shape.SIDES.form(cluster, random);
            }
            cluster.sleep(mix.side().plusNanos(random.nextLong(mix.side().toNanos() / 5)));
        }
    }

    /** Crashes servers in the middle of a round, one at a time. */
    private void crashOneByOne(Cluster cluster, StopSignal stop) {
        RandomGenerator random = cluster.random("crashes", cluster.now().toNanos());
        cluster.sleep(between(random, 300, mix.crashPause().toMillis()));
        while (!stop.isRequested()) {
            int victim = random.nextInt(cluster.size());
            cluster.crash(victim);
            cluster.sleep(between(random, 100, 1_500));
            cluster.restart(victim);
            cluster.sleep(between(random, 300, mix.crashPause().toMillis()));
        }
    }

    private void trigger(Cluster cluster) {
        List<FaultAction> actions = actions();
        if (actions.isEmpty()) {
            return;
        }
        RandomGenerator random = cluster.random();
        for (int triggers = 1 + random.nextInt(MAX_TRIGGERS); triggers > 0; triggers--) {
            FaultAction action = actions.get(random.nextInt(actions.size()));
            TriggerPoint point = point(random, action);
            cluster.trigger(new FaultTrigger(point, occurrence(random, point), action, between(random, 100, 1_500)));
        }
    }

    private List<FaultAction> actions() {
        List<FaultAction> actions = new ArrayList<>();
        if (unreliable) {
            actions.add(FaultAction.SILENCE);
            actions.add(FaultAction.STALL);
        }
        if (restarts) {
            actions.add(FaultAction.CRASH);
        }
        if (partitions) {
            actions.add(FaultAction.CUT_OFF);
            actions.add(FaultAction.DEAFEN);
        }
        return actions;
    }

    private static TriggerPoint point(RandomGenerator random, FaultAction action) {
        if (action == FaultAction.SILENCE) {
            return TriggerPoint.ANSWERED; // it makes no difference at other points
        }
        TriggerPoint[] all = TriggerPoint.values();
        return all[random.nextInt(all.length)];
    }

    /** Small numbers are as likely as all larger ones together; some points are rare. */
    private static int occurrence(RandomGenerator random, TriggerPoint point) {
        int latest = switch (point) {
            case APPENDED, COMMITTED, ANSWERED -> LATEST_OCCURRENCE;
            case COMMITTED_LATE, ELECTED, RESTARTED -> LATEST_RARE_OCCURRENCE;
        };
        return 1 + random.nextInt(1 + random.nextInt(latest));
    }

    private static Duration between(RandomGenerator random, long leastMillis, long mostMillis) {
        return Duration.ofMillis(leastMillis + random.nextLong(mostMillis - leastMillis));
    }
}
