package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {

    private static final int MAX = 300;

    private enum Kind {
        PUT,
        GET {
            @Override
            public String toString() {
                throw new IllegalStateException("the student's code was called");
            }
        }
    }

    private record Op(Kind kind, String key, long number, char c, double share, Object any) {}

    private record Nothing() {}

    private record Mute(String key) {
        @Override
        public String key() {
            throw new IllegalStateException("the student's code was called");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("the student's code was called");
        }
    }

    static Stream<Object> values() {
        return Stream.of(
                new Op(Kind.PUT, "a, b=]\n", -1, 'x', Double.NaN, null),
                new Op(null, null, Long.MIN_VALUE, '"', 1e300, new Nothing()),
                new Op(Kind.PUT, "", 0, 'x', 0.1f, List.of(Optional.of(List.of(1, 2L)), Optional.empty(), List.of())),
                new Nothing(),
                Stream.of("a", null).toList(),
                Collections.singletonList(Duration.ofMillis(1500)),
                List.of(1, 2, 3, 4).subList(1, 3),
                OptionalLong.of(3),
                new BigDecimal("1E+1000000"),
                BigInteger.TWO.pow(100),
                "plain");
    }

    @ParameterizedTest
    @MethodSource("values")
    void isWhatJavaWrites(Object value) {
        assertEquals(value.toString(), ValueText.of(value, MAX));
    }

    @Test
    void callsNothingOfTheStudents() {
        List<Object> own = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException("the student's code was called");
            }

            @Override
            public int size() {
                throw new IllegalStateException("the student's code was called");
            }
        };
        assertEquals("Mute[key=a]", ValueText.of(new Mute("a"), MAX));
        assertEquals("GET", ValueText.of(Kind.GET, MAX));
        assertTrue(ValueText.of(own, MAX).startsWith("ValueTextTest"), ValueText.of(own, MAX));
        assertEquals("ArrayList", ValueText.of(new ArrayList<>(List.of(new Mute("a"))), MAX));
    }

    @Test
    void isShortHoweverMuchThereIs() {
        Object deep = null;
        for (int i = 0; i < 100_000; i++) {
            deep = Collections.singletonList(deep);
        }
        assertEquals("[".repeat(MAX + 1), ValueText.of(deep, MAX));
        assertEquals("[" + "x".repeat(9), ValueText.of(List.of("x".repeat(100), "y"), 9));
        assertEquals(
                MAX + 1,
                ValueText.of(Collections.nCopies(1_000, 1).stream().toList(), MAX)
                        .length());
        assertEquals("a number of 1000001 bits", ValueText.of(BigInteger.TWO.pow(1_000_000), MAX));
    }
}
