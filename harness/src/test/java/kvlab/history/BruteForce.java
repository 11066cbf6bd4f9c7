package kvlab.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Linearizability by its definition: tries every order of every choice of pending calls. For a handful of calls. */
final class BruteForce {
    private BruteForce() {}

    static boolean isLinearizable(History history) {
        return canFinish(history.calls(), Map.of());
    }

    /** The get at whose return the history stopped being linearizable. */
    static Optional<Call> firstWithoutPlace(History history) {
        return history.calls().stream()
                .filter(call -> !call.isPending())
                .sorted(Comparator.comparing(BruteForce::end))
                .filter(call -> !isLinearizable(prefix(history, end(call) + 1)))
                .findFirst();
    }

    /** The position at which the call returned. */
    static int end(Call call) {
        return ((Outcome.Returned) call.outcome()).at().position();
    }

    /** The history as it was when so many events had been recorded. */
    static History prefix(History history, int limit) {
        List<Call> calls = new ArrayList<>();
        for (Call call : history.calls()) {
            if (call.invoked().position() < limit) {
                boolean returned = !call.isPending() && end(call) < limit;
                calls.add(returned ? call : call.with(new Outcome.Pending()));
            }
        }
        return new History(calls);
    }

    /** Whether these calls, in this order, are what one store doing one call at a time would have answered. */
    static boolean isLinearization(List<Call> order, History history) {
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                if (wasBefore(order.get(j), order.get(i))
                        || order.get(i).number() == order.get(j).number()) {
                    return false;
                }
            }
        }
        for (Call call : history.calls()) {
            if (!call.isPending() && order.stream().noneMatch(placed -> placed.number() == call.number())) {
                return false;
            }
        }
        Map<String, String> store = Map.of();
        for (Call call : order) {
            if (!answers(call, store)) {
                return false;
            }
            store = after(call, store);
        }
        return true;
    }

    private static boolean canFinish(List<Call> left, Map<String, String> store) {
        if (left.stream().allMatch(Call::isPending)) {
            return true;
        }
        for (Call next : left) {
            if (left.stream().noneMatch(other -> wasBefore(other, next)) && answers(next, store)) {
                List<Call> rest = new ArrayList<>(left);
                rest.remove(next);
                if (canFinish(rest, after(next, store))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean wasBefore(Call one, Call other) {
        return !one.isPending() && end(one) < other.invoked().position();
    }

    private static boolean answers(Call call, Map<String, String> store) {
        return !(call.operation() instanceof Get get)
                || !(call.outcome() instanceof Outcome.Returned end)
                || end.value().equals(store.getOrDefault(get.key(), ""));
    }

    private static Map<String, String> after(Call call, Map<String, String> store) {
        if (call.operation() instanceof Get) {
            return store;
        }
        Map<String, String> changed = new HashMap<>(store);
        if (call.operation() instanceof Put put) {
            changed.put(put.key(), put.value());
        } else if (call.operation() instanceof Append append) {
            changed.merge(append.key(), append.value(), String::concat);
        }
        return changed;
    }
}
