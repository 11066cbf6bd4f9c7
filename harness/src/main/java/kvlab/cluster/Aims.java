package kvlab.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/** The faults that wait for their moment. */
final class Aims {
    private final BiConsumer<Aim, Integer> strike;
    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final Aim aim;
        private int occurrences;

        Waiting(Aim aim) {
            this.aim = aim;
        }
    }

    /** @param strike strikes a server */
    Aims(BiConsumer<Aim, Integer> strike) {
        this.strike = strike;
    }

    void add(Aim aim) {
        waiting.add(new Waiting(aim));
    }

    /** Drops all that have not struck. */
    void clear() {
        waiting.clear();
    }

    /** A server has come to a moment. */
    void reached(Juncture juncture, int server) {
        Iterator<Waiting> each = waiting.iterator();
        while (each.hasNext()) {
            Waiting next = each.next();
            if (next.aim.juncture() == juncture && ++next.occurrences == next.aim.occurrence()) {
                each.remove();
                strike.accept(next.aim, server);
            }
        }
    }
}
