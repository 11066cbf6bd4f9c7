package kvlab.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides a prefix of a key's history by depth-first search for an order (Wing and Gong). It visits each pair of placed
 * calls and value once (Lowe), and can be suspended after any number of states.
 *
 * <p>Of equivalent orders it tries only one:
 * <ul>
 *   <li>a get that matches the value is placed at once, because it changes nothing;
 *   <li>of equal writes, the one that returns first is placed first;
 *   <li>an unobserved write, no part of which any get read, is placed freely while the value is dead, and before the
 *       write that makes the value dead.
 * </ul>
 */
final class Search {
    private static final int UNOBSERVED = 0;

    private final KeyHistory history;
    private final int limit;
    private final int[] kinds;
    private final UnplacedGets gets;
    private final ValueNumbering values;
    private final OpenCalls open;
    private final StateSet seen;
    private final long[] state;
    private final int[] placed;
    private final Choice[] choices;
    private int placedCount;
    private int depth;
    private int value;
    private long statesSeen;

    Search(KeyHistory history, int limit) {
        this.history = history;
        this.limit = limit;
        kinds = kinds();
        gets = new UnplacedGets(history, this::isRelevant);
        values = gets.values();
        open = new OpenCalls(history, limit, this::isRelevant);
        state = new long[1 + open.words()];
        seen = new StateSet(state.length);
        placed = new int[history.size()];
        choices = new Choice[history.size() + 1];
        value = values.of("");
        placeFree();
        if (gets.canReachBound(value)) {
            choices[depth++] = new Choice(0, 0, value);
        }
    }

    /** Visited states, each weighted by the number of 64-bit words for its open calls: a measure of time and memory. */
    long statesSeen() {
        return statesSeen * open.words();
    }

    /** Continues until there is an answer or {@link #statesSeen} reaches this number. */
    Answer run(long states) {
        while (depth > 0) {
            if (gets.isEmpty()) {
                return new Answer.Order(completed());
            }
            if (statesSeen() >= states) {
                return Answer.OPEN;
            }
            Choice choice = choices[depth - 1];
            int write = next(choice);
            if (write == OpenCalls.NONE) {
                depth--;
                undo(choice);
            } else {
                choice.tried = priority(write);
                tryWrite(write);
            }
        }
        return Answer.NO_ORDER;
    }

    private void tryWrite(int write) {
        Choice next = new Choice(placedCount, open.position(), value);
        value = valueAfter(write);
        place(write);
        placeFree();
        if (gets.canReachBound(value) && isNew()) {
            choices[depth++] = next;
        } else {
            undo(next);
        }
    }

    /** Places all calls that can be placed without a choice. */
    private void placeFree() {
        boolean again = true;
        while (again) {
            again = false;
            open.advance();
            for (int slot = 0; slot < open.slots(); slot++) {
                int call = open.untaken(slot);
                if (call != OpenCalls.NONE && isFree(call)) {
                    place(call);
                    again = true;
                }
            }
        }
    }

    private boolean isFree(int call) {
        if (history.isGet(call)) {
            return gets.valueOf(call) == value;
        }
        return value == ValueNumbering.DEAD && kinds[call] == UNOBSERVED
                || history.isAppend(call) && history.text(call).isEmpty();
    }

    private void place(int call) {
        open.take(call);
        gets.placed(call);
        placed[placedCount++] = call;
    }

    /** Restores the state before a choice. */
    private void undo(Choice choice) {
        open.retreat(choice.positionBefore);
        while (placedCount > choice.placedBefore) {
            int call = placed[--placedCount];
            open.release(call);
            gets.removed(call);
        }
        value = choice.valueBefore;
    }

    private boolean isNew() {
        state[0] = (long) (open.position() + 1) << 32 | value;
        open.copyTaken(state, 1);
        if (!seen.add(state)) {
            return false;
        }
        statesSeen++;
        return true;
    }

    /** The next useful write that was not tried yet, by priority. */
    private int next(Choice choice) {
        int best = OpenCalls.NONE;
        for (int slot = 0; slot < open.slots(); slot++) {
            int call = open.untaken(slot);
            if (call != OpenCalls.NONE
                    && !history.isGet(call)
                    && priority(call) > choice.tried
                    && (best == OpenCalls.NONE || priority(call) < priority(best))
                    && isUseful(call)) {
                best = call;
            }
        }
        return best;
    }

    private boolean isUseful(int write) {
        boolean losesValue = history.isPut(write) || valueAfter(write) == ValueNumbering.DEAD;
        if (losesValue && !gets.allowsReplacement()) {
            return false;
        }
        for (int slot = 0; slot < open.slots(); slot++) {
            int other = open.untaken(slot);
            if (other != OpenCalls.NONE && other != write && !history.isGet(other)) {
                boolean equalEarlier = kinds[other] == kinds[write] && deadline(other) < deadline(write);
                boolean unobservedFirst = losesValue && kinds[other] == UNOBSERVED && kinds[write] != UNOBSERVED;
                if (equalEarlier || unobservedFirst) {
                    return false;
                }
            }
        }
        return true;
    }

    private int valueAfter(int write) {
        return history.isPut(write) ? gets.valueOf(write) : values.append(value, history.text(write));
    }

    /** Lower is first: by deadline, with appends last that some get observed but that would extend a dead value. */
    private long priority(int write) {
        boolean wasted =
                history.isAppend(write) && kinds[write] != UNOBSERVED && valueAfter(write) == ValueNumbering.DEAD;
        return wasted ? deadline(write) + 3L * KeyHistory.NEVER : deadline(write);
    }

    /** When the call must be placed. Pending ones come last. */
    private long deadline(int call) {
        int returned = history.returned(call);
        return returned < limit ? returned : (long) KeyHistory.NEVER + history.invoked(call);
    }

    /** The placed calls, then all others that returned, in order of return; correct once all gets are placed. */
    private int[] completed() {
        boolean[] done = new boolean[history.size()];
        for (int i = 0; i < placedCount; i++) {
            done[placed[i]] = true;
        }
        long[] rest = new long[history.size()];
        int count = 0;
        for (int c = 0; c < history.size(); c++) {
            if (!done[c] && history.returned(c) < limit) {
                rest[count++] = (long) history.returned(c) << 32 | c;
            }
        }
        Arrays.sort(rest, 0, count);
        int[] order = Arrays.copyOf(placed, placedCount + count);
        for (int i = 0; i < count; i++) {
            order[placedCount + i] = (int) rest[i];
        }
        return order;
    }

    /** Gets that returned, and writes except those that are both unobserved and pending. */
    private boolean isRelevant(int call) {
        boolean returned = history.returned(call) < limit;
        return history.isGet(call)
                ? returned
                : history.invoked(call) < limit && (returned || kinds[call] != UNOBSERVED);
    }

    /** Equal writes have equal numbers; all unobserved ones have the same. */
    private int[] kinds() {
        int[] kinds = new int[history.size()];
        Map<String, Integer> puts = new HashMap<>();
        Map<String, Integer> appends = new HashMap<>();
        for (int c = 0; c < history.size(); c++) {
            if (!history.isGet(c)) {
                String text = history.text(c);
                boolean isPut = history.isPut(c);
                int fresh = isUnobserved(text, isPut) ? UNOBSERVED : c + 1;
                kinds[c] = (isPut ? puts : appends).computeIfAbsent(text, absent -> fresh);
            }
        }
        return kinds;
    }

    private boolean isUnobserved(String text, boolean isPut) {
        int[] gets = history.gets();
        for (int i = gets.length - 1; i >= 0; i--) { // as a rule, late gets have read what most appends wrote
            String read = history.text(gets[i]);
            if (history.returned(gets[i]) < limit && (isPut ? read.startsWith(text) : read.contains(text))) {
                return false;
            }
        }
        return true;
    }

    /** A backtracking point, and the priority of the last write tried there. */
    private static final class Choice {
        private final int placedBefore;
        private final int positionBefore;
        private final int valueBefore;
        private long tried = -1;

        Choice(int placedBefore, int positionBefore, int valueBefore) {
            this.placedBefore = placedBefore;
            this.positionBefore = positionBefore;
            this.valueBefore = valueBefore;
        }
    }
}
