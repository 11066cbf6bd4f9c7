package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value is told by what is wrong with it, in the words of the appends it should consist of. */
class AppendsTest {
    private static final List<String> EXPECTED = List.of("x 1 0 y", "x 1 1 y", "x 1 2 y");

    @Test
    void theAppendsInTheirOrderAreRight() {
        assertEquals(Optional.empty(), Appends.in("x 1 0 yx 1 1 yx 1 2 y").wrongAgainst(EXPECTED));
        assertEquals(Optional.empty(), Appends.in("").wrongAgainst(List.of()));
        assertEquals(Optional.empty(), Appends.wrongIn("x 1 0 yx 1 1 yx 1 2 y", EXPECTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x 1 0 yx 1 1 yx 1 1 yx 1 2 y        | "x 1 1 y" is there twice
            x 1 0 yx 1 0 yx 1 0 yx 1 1 yx 1 2 y | "x 1 0 y" is there 3 times
            x 1 0 yx 1 1 y                      | "x 1 2 y" is missing
            x 1 2 y                             | "x 1 0 y" is missing, and 1 more
            x 1 0 yx 1 2 yx 1 1 y               | "x 1 2 y" stands before "x 1 1 y"
            x 1 0 yx 1 1 yx 1 2 yx 2 0 y        | "x 2 0 y" is there, which was never appended
            nullx 1 0 yx 1 1 yx 1 2 y           | "null" is there, which was never appended
            x 1 0 yx 1 1 yx 1                   | "x" is there, which was never appended
            """)
    void whatIsWrongIsTold(String value, String wrong) {
        assertEquals(Optional.of(wrong), Appends.in(value).wrongAgainst(EXPECTED));
        assertEquals(Optional.of(wrong), Appends.wrongIn(value, EXPECTED));
    }

    @Test
    void inAnyOrderTheOrderIsNotWrong() {
        Appends appends = Appends.in("x 1 2 yx 1 0 yx 1 1 y");
        assertEquals(Optional.empty(), appends.wrongAgainstInAnyOrder(EXPECTED));
        assertEquals(Optional.of("\"x 1 2 y\" stands before \"x 1 0 y\""), appends.wrongAgainst(EXPECTED));
    }
}
