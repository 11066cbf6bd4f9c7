package kvlab.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides a key's history up to a limit by trying orders (Wing and Gong), never twice the same set of placed calls with
 * the same value (Lowe). It can be stopped after any number of states and goes on from there.
 *
 * <p>Of orders that are as good as each other it tries one:
 * <ul>
 *   <li>a get that matches the value is placed at once, as it changes nothing;
 *   <li>of equal writes the one that returns first goes first;
 *   <li>an idle write, of which no get saw anything, does no harm once the value is dead, and goes before what
 *       makes the value dead.
 * </ul>
 */
final class Search {
    private static final int IDLE = 0;

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
        gets = new UnplacedGets(history, this::matters);
        values = gets.values();
        open = new OpenCalls(history, limit, this::matters);
        state = new long[1 + open.words()];
        seen = new StateSet(state.length);
        placed = new int[history.size()];
        choices = new Choice[history.size() + 1];
        value = values.of("");
        settle();
        if (gets.canCome(value)) {
            choices[depth++] = new Choice(0, 0, value);
        }
    }

    /** States remembered so far, each counted once for every 64 calls open at once: a measure of time and memory. */
    long statesSeen() {
        return statesSeen * open.words();
    }

    /** Goes on until there is an answer or this many states have been seen since the search began. */
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
                takeBack(choice);
            } else {
                choice.tried = priority(write);
                descend(write);
            }
        }
        return Answer.NO_ORDER;
    }

    private void descend(int write) {
        Choice next = new Choice(placedCount, open.position(), value);
        value = valueAfter(write);
        place(write);
        settle();
        if (gets.canCome(value) && isNew()) {
            choices[depth++] = next;
        } else {
            takeBack(next);
        }
    }

    /** Places all calls that are free to be placed. */
    private void settle() {
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
        return value == ValueNumbering.DEAD && kinds[call] == IDLE
                || history.isAppend(call) && history.text(call).isEmpty();
    }

    private void place(int call) {
        open.take(call);
        gets.placed(call);
        placed[placedCount++] = call;
    }

    /** Back to where the choice was made, or for the one before it: to before what led there. */
    private void takeBack(Choice choice) {
        open.retreat(choice.positionBefore);
        while (placedCount > choice.placedBefore) {
            int call = placed[--placedCount];
            open.giveBack(call);
            gets.takenBack(call);
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

    /** Of the writes worth trying, the one that comes next after those that were tried. */
    private int next(Choice choice) {
        int best = OpenCalls.NONE;
        for (int slot = 0; slot < open.slots(); slot++) {
            int call = open.untaken(slot);
            if (call != OpenCalls.NONE
                    && !history.isGet(call)
                    && priority(call) > choice.tried
                    && (best == OpenCalls.NONE || priority(call) < priority(best))
                    && isWorthTrying(call)) {
                best = call;
            }
        }
        return best;
    }

    private boolean isWorthTrying(int write) {
        boolean endsLife = history.isPut(write) || valueAfter(write) == ValueNumbering.DEAD;
        if (endsLife && !gets.letGo()) {
            return false;
        }
        for (int slot = 0; slot < open.slots(); slot++) {
            int other = open.untaken(slot);
            if (other != OpenCalls.NONE && other != write && !history.isGet(other)) {
                boolean twin = kinds[other] == kinds[write] && deadline(other) < deadline(write);
                boolean idleFirst = endsLife && kinds[other] == IDLE && kinds[write] != IDLE;
                if (twin || idleFirst) {
                    return false;
                }
            }
        }
        return true;
    }

    private int valueAfter(int write) {
        return history.isPut(write) ? gets.valueOf(write) : values.append(value, history.text(write));
    }

    /** Lower comes first: by deadline, but an append that was read somewhere is not to be wasted on a dead value. */
    private long priority(int write) {
        boolean wasted = history.isAppend(write) && kinds[write] != IDLE && valueAfter(write) == ValueNumbering.DEAD;
        return wasted ? deadline(write) + 3L * KeyHistory.NEVER : deadline(write);
    }

    /** When the call must be placed. Pending ones come last. */
    private long deadline(int call) {
        int returned = history.returned(call);
        return returned < limit ? returned : (long) KeyHistory.NEVER + history.invoked(call);
    }

    /** What is left when no get is: those that returned, in the order in which they did. */
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

    /** Gets that returned, and writes unless they are both idle and pending, and so may never have been. */
    private boolean matters(int call) {
        boolean returned = history.returned(call) < limit;
        return history.isGet(call) ? returned : history.invoked(call) < limit && (returned || kinds[call] != IDLE);
    }

    /** Equal writes have equal numbers, and all idle ones have the same. */
    private int[] kinds() {
        int[] kinds = new int[history.size()];
        Map<String, Integer> puts = new HashMap<>();
        Map<String, Integer> appends = new HashMap<>();
        for (int c = 0; c < history.size(); c++) {
            if (!history.isGet(c)) {
                String text = history.text(c);
                boolean isPut = history.isPut(c);
                int fresh = isIdle(text, isPut) ? IDLE : c + 1;
                kinds[c] = (isPut ? puts : appends).computeIfAbsent(text, absent -> fresh);
            }
        }
        return kinds;
    }

    private boolean isIdle(String text, boolean isPut) {
        for (int get : history.gets()) {
            String read = history.text(get);
            if (history.returned(get) < limit && (isPut ? read.startsWith(text) : read.contains(text))) {
                return false;
            }
        }
        return true;
    }

    /** A point to come back to, and the priority of the latest write tried there. */
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
