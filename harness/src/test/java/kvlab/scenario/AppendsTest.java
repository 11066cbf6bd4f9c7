package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a value differs from the appends that it should consist of. */
class AppendsTest {
    private static final List<String> EXPECTED = List.of("x 1 0 y", "x 1 1 y", "x 1 2 y");

    @Test
    void theAppendsInTheirOrderDoNotDiffer() {
        assertEquals(Optional.empty(), Appends.in("x 1 0 yx 1 1 yx 1 2 y").differenceFrom(EXPECTED));
        assertEquals(Optional.empty(), Appends.in("").differenceFrom(List.of()));
        assertEquals(Optional.empty(), Appends.differenceIn("x 1 0 yx 1 1 yx 1 2 y", EXPECTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x 1 0 yx 1 1 yx 1 1 yx 1 2 y        | "x 1 1 y" is there 2 times
            x 1 0 yx 1 0 yx 1 0 yx 1 1 yx 1 2 y | "x 1 0 y" is there 3 times
            x 1 0 yx 1 1 y                      | "x 1 2 y" is missing
            x 1 2 y                             | "x 1 0 y" is missing, and 1 more
            x 1 0 yx 1 2 yx 1 1 y               | "x 1 2 y" stands before "x 1 1 y"
            x 1 0 yx 1 1 yx 1 2 yx 2 0 y        | "x 2 0 y" is there, which was never appended
            nullx 1 0 yx 1 1 yx 1 2 y           | "null" is there, which was never appended
            x 1 0 yx 1 1 yx 1                   | "x" is there, which was never appended
            """)
    void theFirstDifferenceIsReported(String value, String wrong) {
        assertEquals(wrong, sentence(Appends.in(value).differenceFrom(EXPECTED)));
        assertEquals(wrong, sentence(Appends.differenceIn(value, EXPECTED)));
    }

    @Test
    void inAnyOrderTheOrderIsNoDifference() {
        Appends appends = Appends.in("x 1 2 yx 1 0 yx 1 1 y");
        assertEquals(Optional.empty(), appends.differenceInAnyOrderFrom(EXPECTED));
        assertEquals("\"x 1 2 y\" stands before \"x 1 0 y\"", sentence(appends.differenceFrom(EXPECTED)));
    }

    /** The end of the sentence, after "but". */
    private static String sentence(Optional<Appends.Difference> difference) {
        String sentence = difference
                .orElseThrow()
                .addTo(Diagnostic.of("extended.wrong-shared-appends").with("appends", 3))
                .message();
        return sentence.substring(sentence.indexOf(" but ") + " but ".length());
    }
}
