package kvlab.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kvlab.history.Linearizability.Linearizable;
import kvlab.history.Linearizability.NotLinearizable;
import kvlab.history.Linearizability.Undecided;

/**
 * Decides whether a history is linearizable, key by key: directly if the values read determine the order, otherwise by
 * search. The searches take turns of growing length, so that a key that is hard to decide does not delay the refutation
 * of another. The result depends only on the history and the budget, never on time.
 */
public final class LinearizabilityChecker {

    /** The default for the number of states that the searches of one history may visit. */
    public static final long DEFAULT_BUDGET = 2_000_000;

    private static final long FIRST_TURN = 256;

    private final long budget;

    public LinearizabilityChecker() {
        this(DEFAULT_BUDGET);
    }

    /**
     * A checker with a budget.
     *
     * @param budget the states that the searches of all keys of a history may visit together; the search for the
     *     longest linearizable prefix of each key that fails has the same budget again. A state takes 16 to 48 bytes of
     *     memory, and counts twice, three times and so on if more than 64, 128 and so on calls on its key are open at
     *     once
     */
    public LinearizabilityChecker(long budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("the budget is a number of states, at least 1, not " + budget);
        }
        this.budget = budget;
    }

    /** Checks a history. If several keys fail, the result is the failure whose unplaceable get returned first. */
    public Linearizability check(History history) {
        List<NotLinearizable> failures = new ArrayList<>();
        List<KeySearch> searches = new ArrayList<>();
        for (KeyHistory key : KeyHistory.of(history)) {
            Optional<UnambiguousOrder> unambiguous = UnambiguousOrder.of(key);
            if (unambiguous.isEmpty()) {
                searches.add(new KeySearch(key, new Search(key, KeyHistory.NEVER)));
            } else if (isRefuted(key, unambiguous.get().upTo(KeyHistory.NEVER))) {
                failures.add(new LongestPrefix(key, unambiguous.get()::upTo).find());
            }
        }
        return failures.isEmpty() ? search(searches) : earliest(failures);
    }

    private Linearizability search(List<KeySearch> searches) {
        List<KeySearch> open = new ArrayList<>(searches);
        List<KeySearch> refuted = new ArrayList<>();
        long spent = 0;
        for (long turn = FIRST_TURN; !open.isEmpty(); turn *= 2) {
            if (spent >= budget) {
                return new Undecided(open.stream().map(each -> each.key.key()).toList(), spent);
            }
            for (KeySearch each : List.copyOf(open)) {
                long before = each.search.statesSeen();
                Answer answer = each.search.run(Math.min(turn, before + budget - spent));
                spent += each.search.statesSeen() - before;
                if (!(answer instanceof Answer.Open)) {
                    open.remove(each);
                }
                if (isRefuted(each.key, answer)) {
                    refuted.add(each);
                }
            }
            if (!refuted.isEmpty()) {
                return earliest(
                        refuted.stream().map(each -> longestPrefix(each.key)).toList());
            }
        }
        return new Linearizable();
    }

    private NotLinearizable longestPrefix(KeyHistory key) {
        long[] left = {budget};
        return new LongestPrefix(key, limit -> {
                    Search search = new Search(key, limit);
                    Answer answer = search.run(left[0]);
                    left[0] -= search.statesSeen();
                    return answer;
                })
                .find();
    }

    private static boolean isRefuted(KeyHistory key, Answer answer) {
        assert !(answer instanceof Answer.Order order) || new Replay(key, KeyHistory.NEVER).confirms(order.calls());
        return answer instanceof Answer.NoOrder;
    }

    private static NotLinearizable earliest(List<NotLinearizable> failures) {
        return failures.stream()
                .min(Comparator.comparing(
                        failure -> ((Outcome.Returned) failure.unplaceable().outcome())
                                .at()
                                .position()))
                .orElseThrow();
    }

    /** A key and its unfinished search. */
    private record KeySearch(KeyHistory key, Search search) {}
}
