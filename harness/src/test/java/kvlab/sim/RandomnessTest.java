package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomnessTest {

    @Test
    void theSameDecisionComesOutTheSameWheneverItIsAsked() {
        Randomness one = new Randomness(81);
        Randomness other = new Randomness(81);
        assertEquals(draws(one.stream("latency", 0, 1)), draws(other.stream("latency", 0, 1)));
        assertEquals(draws(one.stream("latency", 0, 1)), draws(one.stream("latency", 0, 1)));
    }

    @Test
    void drawingFromOneStreamLeavesTheOthersAlone() {
        Randomness randomness = new Randomness(5);
        List<Long> alone = draws(randomness.stream("election timeout", 3));
        Randomness.Stream chatty = randomness.stream("student", 3);
        Randomness.Stream disturbed = randomness.stream("election timeout", 3);
        List<Long> amidOthers = new ArrayList<>();
        for (int n = 0; n < alone.size(); n++) {
            chatty.nextInt(1 + n);
            chatty.nextGaussian();
            amidOthers.add(disturbed.nextLong());
        }
        assertEquals(alone, amidOthers);
    }

    @Test
    void theNthDecisionIsTheNthDraw() {
        Randomness.Stream stream = new Randomness(9).stream("cut", 4);
        Randomness.Stream looker = new Randomness(9).stream("cut", 4);
        for (int n = 0; n < 100; n++) {
            assertEquals(n, stream.drawn());
            assertEquals(looker.at(n), stream.nextLong());
        }
        assertEquals(0, looker.drawn());
    }

    @Test
    void theFractionOfTheNthDecisionIsTheNthDrawnFraction() {
        Randomness.Stream stream = new Randomness(9).stream("cut", 4);
        Randomness.Stream looker = new Randomness(9).stream("cut", 4);
        for (int n = 0; n < 100; n++) {
            assertEquals(looker.fractionAt(n), stream.nextDouble());
        }
    }

    @Test
    void seedsKindsAndNumbersEachMakeAStreamOfTheirOwn() {
        Set<Long> firsts = new HashSet<>();
        int streams = 0;
        for (long seed = -20; seed < 20; seed++) {
            for (String what : List.of("", "a", "b", "ab", "ba", "latency", "loss")) {
                for (long[] about : new long[][] {{}, {0}, {1}, {0, 0}, {0, 1}, {1, 0}, {-1}, {1, 0, 0}}) {
                    firsts.add(new Randomness(seed).stream(what, about).nextLong());
                    streams++;
                }
            }
        }
        assertEquals(streams, firsts.size());
    }

    /** SplitMix64 is a bijection: undone, a draw gives the key of its stream. That must not give the seed. */
    @Test
    void aDrawDoesNotTellTheSeed() {
        for (long seed = 1; seed < 100; seed++) {
            long key = unmix(new Randomness(seed).stream("a").nextLong()) - GAMMA;
            assertNotEquals(seed, key);
            assertNotEquals(seed, unmix(key));
            assertNotEquals(seed, unmix(unmix(key) ^ 'a'));
        }
    }

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static long unmix(long mixed) {
        long z = unshift(mixed, 31) * 0x319642B2D24D8EC3L;
        z = unshift(z, 27) * 0x96DE1B173F119089L;
        return unshift(z, 30);
    }

    /** Undoes {@code x ^ (x >>> bits)}. */
    private static long unshift(long shifted, int bits) {
        return shifted ^ (shifted >>> bits) ^ (shifted >>> 2 * bits);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-3, 4",
        "300000000, 600000000",
        "0, 9223372036854775807",
        "-9223372036854775808, 9223372036854775807",
        "-9000000000000000000, 9000000000000000000",
        "9223372036854775806, 9223372036854775807"
    })
    void everyDrawLiesFromTheOriginToBelowTheBound(long origin, long bound) {
        Randomness.Stream stream = new Randomness(1).stream("range");
        for (int n = 0; n < 1000; n++) {
            long drawn = stream.nextLong(origin, bound);
            assertTrue(origin <= drawn && drawn < bound, () -> drawn + " is out of range");
        }
    }

    @Test
    void aDrawFromARangeCostsOneDraw() {
        Randomness.Stream stream = new Randomness(1).stream("range");
        for (int n = 0; n < 1000; n++) {
            stream.nextLong(0, 3L << 61);
        }
        assertEquals(1000, stream.drawn());
    }

    @Test
    void smallRangesAreEven() {
        Randomness.Stream stream = new Randomness(1).stream("dice");
        int[] count = new int[6];
        for (int n = 0; n < 60_000; n++) {
            count[stream.nextInt(6)]++;
        }
        for (int face : count) {
            assertTrue(Math.abs(face - 10_000) < 500, () -> "a face came " + face + " times of 60,000");
        }
    }

    @Test
    void neighbouringSeedsDoNotResembleEachOther() {
        int same = 0;
        for (long seed = 0; seed < 1000; seed++) {
            boolean one = new Randomness(seed).stream("x").nextBoolean();
            boolean next = new Randomness(seed + 1).stream("x").nextBoolean();
            same += one == next ? 1 : 0;
        }
        assertEquals(500, same, 80);
    }

    @Test
    void anEmptyRangeIsRefusedWithItsNumbers() {
        Randomness.Stream stream = new Randomness(1).stream("range");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> stream.nextLong(5, 5));
        assertEquals("the bound (5) must be above the origin (5)", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> stream.nextLong(-1));
    }

    /** If one of these changes, every seed that anybody has ever noted down means another schedule. */
    @Test
    void theseValuesHoldOnEveryJdk() {
        Randomness.Stream stream = new Randomness(42).stream("golden", 1, 2, 3);
        assertEquals(-2813769272310090577L, stream.nextLong());
        assertEquals(-1029726639, stream.nextInt());
        assertFalse(stream.nextBoolean());
        assertEquals(0.18299818629494202, stream.nextDouble());
        assertEquals(0.5820444f, stream.nextFloat());
        assertEquals(219, stream.nextInt(1000));
        assertEquals(22, stream.nextInt(-50, 50));
        assertEquals(300_739_465L, stream.nextLong(300_000_000, 600_000_000));
        assertEquals(0.4025221417897401, stream.nextGaussian());
        assertEquals(3170852016896684361L, stream.nextLong());
        assertNotEquals(
                -2813769272310090577L,
                new Randomness(43).stream("golden", 1, 2, 3).nextLong());
    }

    private static List<Long> draws(Randomness.Stream stream) {
        return LongStream.generate(stream::nextLong).limit(50).boxed().toList();
    }
}
