package kvlab.history;

import java.util.List;
import java.util.function.IntFunction;
import kvlab.history.Linearizability.NotLinearizable;

/**
 * Finds the longest linearizable prefix of a key's history. Every prefix of a linearizable history is linearizable, and
 * only the return of a get can make a history non-linearizable; so the gets are bisected in order of return.
 */
final class LongestPrefix {
    private final KeyHistory history;
    private final IntFunction<Answer> upTo;

    /** @param upTo decides the prefix below a limit */
    LongestPrefix(KeyHistory history, IntFunction<Answer> upTo) {
        this.history = history;
        this.upTo = upTo;
    }

    NotLinearizable find() {
        int[] gets = history.gets();
        int good = -1;
        int bad = gets.length - 1;
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            Answer answer = upTo.apply(history.returned(gets[middle]) + 1);
            if (answer instanceof Answer.Order) {
                good = middle;
            } else if (answer instanceof Answer.NoOrder) {
                bad = middle;
            } else {
                break;
            }
        }
        boolean longest = bad - good == 1;
        // A linearizable prefix stays linearizable until the next get returns.
        int limit = history.returned(gets[good + 1]);
        Answer answer = upTo.apply(limit);
        if (answer instanceof Answer.Order order) {
            assert new Replay(history, limit).confirms(order.calls());
            return new NotLinearizable(history.key(), history.call(gets[bad]), history.calls(order.calls()), longest);
        }
        return new NotLinearizable(history.key(), history.call(gets[bad]), List.of(), false);
    }
}
