package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;
import kvlab.net.StalledQueue;

/**
 * Walks through the tree of everything that three servers can experience within a few steps: all links are stalled, and
 * each step is a choice among what is possible then: one queued message is delivered, first or last of its link, or
 * lost, a leader takes a command, a server crashes and restarts, or time passes until timers fire. Losses, crashes and
 * commands are few, as in a model checker's small scope.
 *
 * <p>A checker would visit the whole tree, and no state twice. A student's Raft can be neither copied nor looked into, so
 * here each seed goes down other branches, without returning. Choices without an effect are left out: messages on empty
 * links, commands for followers. Safety is checked at each step by the cluster itself, and after each walk all servers
 * must agree, with what was delivered before still in place.
 */
final class SmallScope {
    private static final int STEPS = 30;
    private static final int MAX_COMMANDS = 3;
    private static final int MAX_LOSSES = 3;
    private static final Duration STEP = Duration.ofMillis(3);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(30), Duration.ofMillis(120), Duration.ofMillis(450));

    private final Cluster cluster;
    private final RaftGroup group;
    private final RandomGenerator random;
    private int commands;
    private int losses;
    private int crashes;

    SmallScope(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
        random = cluster.random("small scope", 0);
    }

    /** @param maxCrashes how many servers may crash during the walk */
    void walk(int maxCrashes) {
        commands = MAX_COMMANDS;
        losses = MAX_LOSSES;
        crashes = maxCrashes;
        cluster.conditions(RaftGroup.FAST);
        for (int from : group.all()) {
            group.allBut(from).forEach(to -> cluster.stall(from, to));
        }
        for (int step = 0; step < STEPS; step++) {
            List<Runnable> possible = possible();
            possible.get(random.nextInt(possible.size())).run();
            cluster.sleep(STEP);
        }
        cluster.conditions(Conditions.RELIABLE);
        cluster.reconnectAll();
        group.agree(group.all());
    }

    private List<Runnable> possible() {
        List<Runnable> possible = new ArrayList<>();
        for (int from : group.all()) {
            group.allBut(from)
                    .forEach(to -> addMessages(possible, cluster.links().queue(from, to)));
            if (commands > 0 && group.leads(from)) {
                possible.add(() -> {
                    commands--;
                    group.start(from);
                });
            }
        }
        if (crashes > 0) {
            possible.add(() -> {
                crashes--;
                int victim = random.nextInt(cluster.size());
                cluster.crash(victim);
                cluster.restart(victim);
            });
        }
        possible.add(() -> cluster.sleep(PAUSES.get(random.nextInt(PAUSES.size()))));
        return possible;
    }

    private void addMessages(List<Runnable> possible, StalledQueue queue) {
        if (queue.size() == 0) {
            return;
        }
        possible.add(queue::deliver);
        possible.add(queue::deliver); // in order more often than not
        if (queue.size() > 1) {
            possible.add(queue::deliverLast);
        }
        if (losses > 0) {
            possible.add(() -> {
                losses--;
                queue.lose();
            });
        }
    }
}
