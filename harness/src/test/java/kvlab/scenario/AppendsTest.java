package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.sim.Randomness;
import kvlab.workload.Data;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a value differs from the appends that it should consist of. */
class AppendsTest {
    private static final List<String> EXPECTED = List.of("x 1 0 y", "x 1 1 y", "x 1 2 y");

    private static Appends in(String value) {
        Data data = Data.of(new Randomness(Data.PLAIN_SEED));
        return new Appends(data.parts().split(value));
    }

    @Test
    void theAppendsInTheirOrderDoNotDiffer() {
        assertEquals(Optional.empty(), in("x 1 0 yx 1 1 yx 1 2 y").differenceFrom(EXPECTED));
        assertEquals(Optional.empty(), in("").differenceFrom(List.of()));
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
            x 1 0 yx 1 1 yx 1                   | "x 1" is there, which was never appended
            """)
    void theFirstDifferenceIsReported(String value, String wrong) {
        assertEquals(wrong, sentence(in(value).differenceFrom(EXPECTED)));
    }

    @Test
    void inAnyOrderTheOrderIsNoDifference() {
        Appends appends = in("x 1 2 yx 1 0 yx 1 1 y");
        assertEquals(Optional.empty(), appends.differenceInAnyOrderFrom(EXPECTED));
        assertEquals("\"x 1 2 y\" stands before \"x 1 0 y\"", sentence(appends.differenceFrom(EXPECTED)));
    }

    @Test
    void aPartIsExpectedAsOftenAsItWasAppended() {
        List<String> twice = List.of("x 1 0 y", "x 1 0 y");
        assertEquals(Optional.empty(), in("x 1 0 yx 1 0 y").differenceInAnyOrderFrom(twice));
        assertEquals("\"x 1 0 y\" is missing", sentence(in("x 1 0 y").differenceInAnyOrderFrom(twice)));
        assertEquals(
                "\"x 1 0 y\" is there 3 times",
                sentence(in("x 1 0 yx 1 0 yx 1 0 y").differenceInAnyOrderFrom(twice)));
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
