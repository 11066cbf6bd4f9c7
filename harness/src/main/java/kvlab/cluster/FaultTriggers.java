package kvlab.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/** The faults that wait for their trigger points. */
final class FaultTriggers {
    private final BiConsumer<FaultTrigger, Integer> strike;
    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final FaultTrigger trigger;
        private int occurrences;

        Waiting(FaultTrigger trigger) {
            this.trigger = trigger;
        }
    }

    /** @param strike strikes a server */
    FaultTriggers(BiConsumer<FaultTrigger, Integer> strike) {
        this.strike = strike;
    }

    void add(FaultTrigger trigger) {
        waiting.add(new Waiting(trigger));
    }

    /** Drops all that have not struck. */
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
                strike.accept(next.trigger, server);
            }
        }
    }
}
