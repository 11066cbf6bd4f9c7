package kvlab.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kvlab.history.Linearizability.Linearizable;
import kvlab.history.Linearizability.NotLinearizable;
import kvlab.history.Linearizability.Undecided;

/**
 * Decides whether a history is linearizable. Each key is decided by itself, at once where its values tell the order,
 * else by search. Searches take turns, and turns become longer, so that a key that is hard to decide does not hide
 * another that is easily refuted. The answer depends on the history and the budget only, never on time.
 */
public final class LinearizabilityChecker {

    /** States that the searches of one history may see before they give up. */
    public static final long DEFAULT_BUDGET = 2_000_000;

    private static final long FIRST_TURN = 256;

    private final long budget;

    public LinearizabilityChecker() {
        this(DEFAULT_BUDGET);
    }

    /**
     * A checker that gives up in time.
     *
     * @param budget states that the searches of all keys of a history may see together; for each key that fails, as
     *     much again may be spent to find its longest linearizable prefix. A state takes 16 to 48 bytes of memory, and
     *     counts twice, three times and so on if more than 64, 128 and so on calls on its key are open at once
     */
    public LinearizabilityChecker(long budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("the budget is a number of states, at least 1, not " + budget);
        }
        this.budget = budget;
    }

    /** Of several keys found to fail, the answer names the one whose get without a place returned first. */
    public Linearizability check(History history) {
        List<NotLinearizable> failures = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        for (KeyHistory key : KeyHistory.of(history)) {
            Optional<UnambiguousOrder> plain = UnambiguousOrder.of(key);
            if (plain.isEmpty()) {
                trials.add(new Trial(key, new Search(key, KeyHistory.NEVER)));
            } else if (isRefuted(key, plain.get().upTo(KeyHistory.NEVER))) {
                failures.add(new LongestPrefix(key, plain.get()::upTo).find());
            }
        }
        return failures.isEmpty() ? search(trials) : earliest(failures);
    }

    private Linearizability search(List<Trial> trials) {
        List<Trial> open = new ArrayList<>(trials);
        List<Trial> refuted = new ArrayList<>();
        long spent = 0;
        for (long turn = FIRST_TURN; !open.isEmpty(); turn *= 2) {
            if (spent >= budget) {
                return new Undecided(open.stream().map(trial -> trial.key.key()).toList(), spent);
            }
            for (Trial trial : List.copyOf(open)) {
                long before = trial.search.statesSeen();
                Answer answer = trial.search.run(Math.min(turn, before + budget - spent));
                spent += trial.search.statesSeen() - before;
                if (!(answer instanceof Answer.Open)) {
                    open.remove(trial);
                }
                if (isRefuted(trial.key, answer)) {
                    refuted.add(trial);
                }
            }
            if (!refuted.isEmpty()) {
                return earliest(
                        refuted.stream().map(trial -> whereItFails(trial.key)).toList());
            }
        }
        return new Linearizable();
    }

    private NotLinearizable whereItFails(KeyHistory key) {
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

    /** A key whose search goes on. */
    private record Trial(KeyHistory key, Search search) {}
}
