package kvlab.workload;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kvlab.sim.Randomness;

/**
 * The keys and values of one schedule, from its seed. They come in small families of strings that a store might confuse
 * ({@link Family}): a mix of families in each schedule, all of them over many. The schedule of seed 1 has plain ones, so
 * that a beginner's first failure is easy to read.
 *
 * <p>Nothing is drawn before it is asked for. Keys, values and parts come from streams of their own, so none of them
 * depends on how many of the others were drawn.
 */
public final class Data {
    /** The seed whose data are plain. */
    public static final long PLAIN_SEED = 1;

    /** One value in so many is long. */
    private static final int LONG_EVERY = 60;

    /** Each four times the one before, the last beyond what 16 bits can count. */
    private static final int LONG_SIZES = 4;

    private static final int MIN_LONG = 500;
    private static final int SMALLEST_MAX_LONG = 1_200;

    /** The values among which the empty one may be. */
    private static final int EMPTY_WITHIN = 24;

    /** In nanoseconds. */
    private static final long[] MAX_STARTS = {
        1, Duration.ofMinutes(1).toNanos(), Duration.ofDays(20).toNanos()
    };

    private final boolean plain;
    private final Randomness.Stream ofKeys;
    private final Randomness.Stream ofValues;
    private final Parts parts;
    private final List<String> keys = new ArrayList<>();
    private final Set<String> keysDrawn = new HashSet<>();
    private final Deque<String> valuesToCome = new ArrayDeque<>();
    private final Set<String> valuesDrawn = new HashSet<>();
    private final int empty;
    private int families;
    private int values;

    private Data(Randomness randomness) {
        plain = isPlain(randomness);
        ofKeys = randomness.stream("keys");
        ofValues = randomness.stream("values");
        empty = ofValues.nextInt(EMPTY_WITHIN);
        parts = plain ? Parts.plain() : Parts.of(randomness);
    }

    /** The data of the schedule that has these random numbers. */
    public static Data of(Randomness randomness) {
        return new Data(randomness);
    }

    /** Whether a schedule's data are plain: short ASCII, small numbers, nothing that could be confused. */
    public static boolean isPlain(Randomness randomness) {
        return randomness.seed() == PLAIN_SEED;
    }

    /** Whether these are plain: then the schedule itself should be plain, too. */
    public boolean isPlain() {
        return plain;
    }

    /** What a submission's clock shows when the schedule begins: nothing, or up to a minute, or up to days. */
    public static Duration virtualStart(Randomness randomness) {
        Randomness.Stream random = randomness.stream("virtual start");
        int kind = random.nextInt(MAX_STARTS.length);
        return isPlain(randomness) ? Duration.ZERO : Duration.ofNanos(random.nextLong(MAX_STARTS[kind]));
    }

    /** The n-th key, from 0. All are different; those next to each other are often of one family. */
    public String key(int n) {
        while (keys.size() <= n) {
            addKeys();
        }
        return keys.get(n);
    }

    /** The first keys. */
    public List<String> keys(int count) {
        List<String> first = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            first.add(key(n));
        }
        return List.copyOf(first);
    }

    private void addKeys() {
        if (plain) {
            keys.add("" + (keys.size() + 1));
            return;
        }
        if (ofKeys.nextBoolean()) {
            List<String> variants = Family.VARIANTS.members(stem(families++, ofKeys), ofKeys);
            List<String> some =
                    Shuffle.of(variants.subList(1, variants.size()), ofKeys).subList(0, 4);
            some.add(ofKeys.nextInt(some.size() + 1), variants.get(0));
            addNewKeys(some);
        } else {
            List<String> members = Shuffle.of(Family.any(ofKeys).members(stem(families++, ofKeys), ofKeys), ofKeys);
            addNewKeys(members.subList(0, Math.min(members.size(), 2 + ofKeys.nextInt(5) / 4)));
        }
    }

    private void addNewKeys(List<String> some) {
        for (String key : some) {
            if (keysDrawn.add(key)) {
                keys.add(key);
            }
        }
    }

    /** A value that this method has not returned before in this schedule. One of the first few may be empty. */
    public String value() {
        int n = values++;
        if (plain) {
            return (char) ('a' + n % 26) + (n < 26 ? "" : "" + n / 26);
        }
        if (n == empty) {
            return "";
        }
        while (true) {
            if (valuesToCome.isEmpty()) {
                addValues(n);
            }
            String value = valuesToCome.remove();
            if (!value.isEmpty() && valuesDrawn.add(value)) {
                return value;
            }
        }
    }

    private void addValues(int n) {
        String stem = stem(n, ofValues);
        if (ofValues.nextInt(LONG_EVERY) == 0) {
            int max = SMALLEST_MAX_LONG << (2 * ofValues.nextInt(LONG_SIZES));
            valuesToCome.add(longText(stem, MIN_LONG + ofValues.nextInt(max - MIN_LONG)));
            return;
        }
        List<String> members = Shuffle.of(Family.any(ofValues).members(stem, ofValues), ofValues);
        valuesToCome.addAll(members.subList(0, Math.min(members.size(), 2 + ofValues.nextInt(4))));
    }

    /** The parts of which appends put a value together. */
    public Parts parts() {
        return parts;
    }

    /** Text that no other n gives: a letter or a digit first, and without anything that needs care. */
    private static String stem(int n, Randomness.Stream random) {
        return random.nextInt(3) == 0 ? "" + (n + 10) : (char) ('b' + random.nextInt(24)) + "" + n;
    }

    /** Text whose end alone tells it from other long text. */
    private static String longText(String stem, int length) {
        String line = "the quick brown fox jumps over the lazy dog; ";
        return line.repeat(length / line.length() + 1).substring(0, length) + stem;
    }
}
