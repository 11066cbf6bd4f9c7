package kvlab.reduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionCodeTest {
    private static final String LINE = "core/5/81~2.";

    @Test
    void everyReductionIsDecodedToItself() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Reduction reduction = any(random);
            int finding = random.nextInt(256);
            String code = ReductionCode.encode(LINE, reduction, finding);
            assertTrue(code.matches("[A-Za-z0-9_-]+"), code);
            assertEquals(
                    new ReductionCode.Decoded(reduction, finding),
                    ReductionCode.decode(LINE, code),
                    () -> reduction.toString());
        }
    }

    /** Some kinds are whole, some gone; of others some elements are left, alone or in a row. */
    private static Reduction any(Random random) {
        Reduction reduction = Reduction.NONE;
        for (Kind kind : Kind.values()) {
            if (random.nextBoolean()) {
                TreeSet<Element> left = new TreeSet<>();
                for (int some = random.nextInt(4); some > 0; some--) {
                    long[] numbers = new long[3];
                    for (int i = 0; i < kind.numbers(); i++) {
                        numbers[i] = random.nextLong(1L << random.nextInt(20));
                    }
                    for (int row = random.nextInt(3); row >= 0; row--) {
                        left.add(new Element(kind, numbers[0], numbers[1], numbers[2]));
                        numbers[Math.max(0, kind.numbers() - 1)] += kind.numbers() == 0 ? 0 : 1;
                    }
                }
                reduction = reduction.leaving(kind, left);
            }
        }
        return reduction;
    }

    @Test
    void noTypoIsTakenForAnotherReduction() {
        Reduction reduction = any(new Random(3));
        String code = ReductionCode.encode(LINE, reduction, 7);
        for (int place : IntStream.range(0, code.length()).toArray()) {
            for (char other : "aZ0_".toCharArray()) {
                String typo = code.substring(0, place) + other + code.substring(place + 1);
                if (!typo.equals(code)) {
                    assertMalformed(LINE, typo);
                }
            }
            assertMalformed(LINE, code.substring(0, place));
        }
        assertMalformed("core/5/82~2.", code);
    }

    @Test
    void littleIsShort() {
        Reduction little = Reduction.NONE;
        for (Kind kind : Kind.values()) {
            little = little.leaving(kind, new TreeSet<>());
        }
        Element lost = Element.ofMessage(Kind.LOST, "client 1", "server 2", 17);
        String code = ReductionCode.encode(LINE, little.leaving(Kind.LOST, List.of(lost)), 7);
        assertTrue(code.length() <= 26, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "a b", "\u00e9"})
    void whatIsNoCodeIsRefused(String text) {
        assertMalformed(LINE, text);
    }

    private static void assertMalformed(String line, String code) {
        assertThrows(ReductionCode.MalformedException.class, () -> ReductionCode.decode(line, code), code);
    }
}
