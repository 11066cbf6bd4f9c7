package kvlab.sim;

import java.util.ArrayList;
import java.util.List;

/** The suspended coroutines of a simulation. Each knows its index, so that adding and removing take constant time. */
final class SuspendedCoroutines {
    private final List<Coroutine> coroutines = new ArrayList<>();

    int size() {
        return coroutines.size();
    }

    boolean contains(Coroutine coroutine) {
        int slot = coroutine.suspendedSlot;
        return slot < coroutines.size() && coroutines.get(slot) == coroutine;
    }

    void add(Coroutine coroutine) {
        coroutine.suspendedSlot = coroutines.size();
        coroutines.add(coroutine);
    }

    void remove(Coroutine coroutine) {
        Coroutine last = coroutines.remove(coroutines.size() - 1);
        if (last != coroutine) {
            coroutines.set(coroutine.suspendedSlot, last);
            last.suspendedSlot = coroutine.suspendedSlot;
        }
    }

    void cancelAll(Coroutines kind) {
        coroutines.forEach(kind::cancel);
        coroutines.clear();
    }
}
