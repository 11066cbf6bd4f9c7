package kvlab.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls on one key, as numbers: call c is the c-th in order of invocation. Gets that never returned are omitted,
 * because they constrain nothing.
 *
 * <p>A limit selects a prefix: the events at positions below it. A put or append that was invoked but has not returned
 * by the limit is pending; such a get is ignored.
 */
final class KeyHistory {
    /** The position at which a pending call returns. */
    static final int NEVER = Integer.MAX_VALUE;

    private final String key;
    private final Call[] calls;
    private final int[] invoked;
    private final int[] returned;
    private final String[] texts;
    private final int[] gets;

    /** The keys of a history in order of first use. Each key can be checked alone (Herlihy and Wing, locality). */
    static List<KeyHistory> of(History history) {
        Map<String, List<Call>> byKey = new LinkedHashMap<>();
        for (Call call : history.calls()) {
            if (!(call.isPending() && call.operation() instanceof Get)) {
                byKey.computeIfAbsent(call.operation().key(), key -> new ArrayList<>())
                        .add(call);
            }
        }
        List<KeyHistory> keys = new ArrayList<>(byKey.size());
        byKey.forEach((key, calls) -> keys.add(new KeyHistory(key, calls)));
        return keys;
    }

    private KeyHistory(String key, Collection<Call> ofKey) {
        this.key = key;
        calls = ofKey.toArray(Call[]::new);
        invoked = new int[calls.length];
        returned = new int[calls.length];
        texts = new String[calls.length];
        long[] byReturn = new long[calls.length];
        int count = 0;
        for (int c = 0; c < calls.length; c++) {
            Call call = calls[c];
            invoked[c] = call.invoked().position();
            returned[c] =
                    call.outcome() instanceof Outcome.Returned end ? end.at().position() : NEVER;
            if (call.operation() instanceof Put put) {
                texts[c] = put.value();
            } else if (call.operation() instanceof Append append) {
                texts[c] = append.value();
            } else {
                texts[c] = ((Outcome.Returned) call.outcome()).value();
                byReturn[count++] = (long) returned[c] << 32 | c;
            }
        }
        Arrays.sort(byReturn, 0, count);
        gets = new int[count];
        for (int g = 0; g < count; g++) {
            gets[g] = (int) byReturn[g];
        }
    }

    String key() {
        return key;
    }

    int size() {
        return calls.length;
    }

    Call call(int c) {
        return calls[c];
    }

    boolean isGet(int c) {
        return calls[c].operation() instanceof Get;
    }

    boolean isPut(int c) {
        return calls[c].operation() instanceof Put;
    }

    boolean isAppend(int c) {
        return calls[c].operation() instanceof Append;
    }

    /** What a put or append wrote, or a get read. */
    String text(int c) {
        return texts[c];
    }

    int invoked(int c) {
        return invoked[c];
    }

    int returned(int c) {
        return returned[c];
    }

    /** The gets in order of their return. */
    int[] gets() {
        return gets;
    }

    /** The calls with these numbers, in this order. */
    List<Call> calls(int[] order) {
        return Arrays.stream(order).mapToObj(c -> calls[c]).toList();
    }
}
