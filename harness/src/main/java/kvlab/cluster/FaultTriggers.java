package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import kvlab.net.Network;
import kvlab.record.FaultEvent.Triggered;
import kvlab.reduction.Kind;
import kvlab.sim.Scope;

/** The armed fault triggers of a cluster. */
final class FaultTriggers {
    /** Until what a server has just sent has arrived. */
    private static final Duration CUT_OFF_AFTER = Duration.ofMillis(30);

    private final Cluster cluster;
    private final Scope scope;
    private final Network network;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<FaultTrigger> struck = new ArrayList<>();

    private long armed;

    private static final class Waiting {
        private final FaultTrigger trigger;
        private final long number;
        private int occurrences;

        Waiting(FaultTrigger trigger, long number) {
            this.trigger = trigger;
            this.number = number;
        }
    }

    FaultTriggers(Cluster cluster, Scope scope, Network network) {
        this.cluster = cluster;
        this.scope = scope;
        this.network = network;
    }

    void add(FaultTrigger trigger) {
        waiting.add(new Waiting(trigger, armed++));
    }

    /** Disarms all triggers. */
    void clear() {
        waiting.clear();
    }

    /** A server has reached a trigger point. */
    void reached(TriggerPoint point, int server) {
        Iterator<Waiting> each = waiting.iterator();
        while (each.hasNext()) {
            Waiting next = each.next();
            if (next.trigger.point() == point && ++next.occurrences == next.trigger.occurrence()) {
                each.remove();
                if (cluster.includes(Kind.TRIGGER, next.number)) {
                    strike(next.trigger, server);
                }
            }
        }
    }

    /** The triggers that have struck, in chronological order. */
    List<FaultTrigger> struck() {
        return List.copyOf(struck);
    }

    private void strike(FaultTrigger trigger, int server) {
        struck.add(trigger);
        if (scope.simulation().recording().isOn()) {
            scope.simulation()
                    .record(
                            network.server(server).place(),
                            new Triggered(
                                    trigger.point().name().toLowerCase(Locale.ROOT),
                                    trigger.occurrence(),
                                    trigger.action().name().toLowerCase(Locale.ROOT)));
        }
        long end = trigger.lasting().toNanos();
        switch (trigger.action()) {
            case SILENCE -> network.silence(server, trigger.lasting()); // its next answer may be sent in this event
            case CRASH -> fromNow(() -> cluster.crash(server), end, () -> cluster.restart(server));
            case CUT_OFF -> fromNow(() -> cluster.disconnect(server), end, () -> cluster.reconnect(server));
            case STALL ->
                fromNow(
                        () -> cluster.links().stall(server),
                        end,
                        () -> cluster.links().release(server));
            case DEAFEN -> {
                fromNow(
                        () -> cluster.links().deafen(server),
                        end,
                        () -> cluster.links().hear(server));
                scope.after(CUT_OFF_AFTER.toNanos(), () -> cluster.disconnect(server));
                scope.after(end, () -> cluster.reconnect(server));
            }
        }
    }

    /** Not in this event: the server's own coroutine may be running. */
    private void fromNow(Runnable begin, long nanos, Runnable end) {
        scope.after(0, begin);
        scope.after(nanos, end);
    }
}
