package kvlab.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import kvlab.net.Network;
import kvlab.sim.Scope;

/** The armed fault triggers of a cluster. */
final class FaultTriggers {
    private final Cluster cluster;
    private final Scope scope;
    private final Network network;
    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final FaultTrigger trigger;
        private int occurrences;

        Waiting(FaultTrigger trigger) {
            this.trigger = trigger;
        }
    }

    FaultTriggers(Cluster cluster, Scope scope, Network network) {
        this.cluster = cluster;
        this.scope = scope;
        this.network = network;
    }

    void add(FaultTrigger trigger) {
        waiting.add(new Waiting(trigger));
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
                strike(next.trigger, server);
            }
        }
    }

    private void strike(FaultTrigger trigger, int server) {
        cluster.trace("server " + server + " reaches trigger point "
                + trigger.point().name().toLowerCase(Locale.ROOT) + " " + trigger.occurrence());
        if (trigger.action() == FaultTrigger.FaultAction.SILENCE) {
            network.silence(server, trigger.lasting()); // at once: its next answer may be sent in this event
        } else if (trigger.action() == FaultTrigger.FaultAction.CRASH) {
            scope.after(0, () -> cluster.crash(server)); // the server's own coroutine may be running
            scope.after(trigger.lasting().toNanos(), () -> cluster.restart(server));
        } else {
            scope.after(0, () -> cluster.disconnect(server));
            scope.after(trigger.lasting().toNanos(), () -> cluster.reconnect(server));
        }
    }
}
