package kvlab.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The random decisions of a schedule. Each is a pure function of the seed, its stream and its number in the stream.
 *
 * <p>Each kind of decision has its own {@link Stream}. So an additional message on one link, or an additional draw in a
 * student's code, does not change the other decisions of the schedule, and a single fault can be switched off to see
 * whether a failure depends on it.
 *
 * <p>Between the seed and the streams of one kind is SHA-256: from the draws that they see, submissions can compute
 * neither the seed nor the draws of other kinds.
 */
public final class Randomness {
    private final long seed;
    private final MessageDigest sha256;
    private final Map<String, Long> kinds = new HashMap<>();

    public Randomness(long seed) {
        this.seed = seed;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The schedule's seed. */
    public long seed() {
        return seed;
    }

    /**
     * The stream of decisions of one kind about one subject, from its start.
     *
     * @param what the kind of decision, such as "latency"
     * @param about the subject, such as the numbers of a link's endpoints
     */
    public Stream stream(String what, long... about) {
        long key = kinds.computeIfAbsent(what, this::hash);
        for (long number : about) {
            key = mix(key + GAMMA ^ number);
        }
        return new Stream(key);
    }

    /** The first 8 bytes of SHA-256 of the seed and the kind's name. */
    private long hash(String what) {
        byte[] name = what.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(seed)
                .put(name)
                .array();
        return ByteBuffer.wrap(sha256.digest(both)).getLong();
    }

    /** 2^64 divided by the golden ratio: the increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** SplitMix64's finalizer: a bijection in which each input bit changes each output bit with even chance. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /**
     * The decisions of one kind, in order. The methods that schedules depend on are implemented here, since the
     * defaults of {@link RandomGenerator} may differ between JDKs.
     */
    public static final class Stream implements RandomGenerator {
        private final long key;
        private long drawn;

        private Stream(long key) {
            this.key = key;
        }

        /** The n-th decision, from 0, independent of earlier draws. */
        public long at(long n) {
            return mix(key + GAMMA * (n + 1));
        }

        /** The n-th decision, from 0, as a number of at least 0 and less than 1. */
        public double fractionAt(long n) {
            return fraction(at(n));
        }

        /** The number of draws so far. */
        public long drawn() {
            return drawn;
        }

        @Override
        public long nextLong() {
            return at(drawn++);
        }

        @Override
        public int nextInt() {
            return (int) (nextLong() >>> 32);
        }

        @Override
        public boolean nextBoolean() {
            return nextLong() < 0;
        }

        @Override
        public double nextDouble() {
            return fraction(nextLong());
        }

        @Override
        public float nextFloat() {
            return (nextLong() >>> 40) * 0x1.0p-24f;
        }

        @Override
        public int nextInt(int bound) {
            return nextInt(0, bound);
        }

        @Override
        public int nextInt(int origin, int bound) {
            return (int) nextLong(origin, bound);
        }

        @Override
        public long nextLong(long bound) {
            return nextLong(0, bound);
        }

        /**
         * Multiplies and shifts: one draw (but for ranges of 2^63 and more), with a bias of less than (bound - origin)
         * / 2^64.
         */
        @Override
        public long nextLong(long origin, long bound) {
            if (origin >= bound) {
                throw new IllegalArgumentException(
                        "the bound (" + bound + ") must be above the origin (" + origin + ")");
            }
            long range = bound - origin;
            long draw = nextLong();
            if (range > 0) {
                return origin + unsignedMultiplyHigh(draw, range);
            }
            while (draw < origin || draw >= bound) { // a range of 2^63 or more: every other draw fits
                draw = nextLong();
            }
            return draw;
        }

        @Override
        public double nextGaussian() {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * nextDouble());
        }

        private static double fraction(long bits) {
            return (bits >>> 11) * 0x1.0p-53;
        }

        private static long unsignedMultiplyHigh(long unsigned, long positive) {
            return Math.multiplyHigh(unsigned, positive) + ((unsigned >> 63) & positive);
        }
    }
}
