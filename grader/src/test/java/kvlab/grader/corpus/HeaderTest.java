package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
    private static final String PLACE = "corpus/wrong/x/KvServer.java";
    private static final List<String> SUITES = List.of("core");

    @Test
    void saysWhatIsWrongAndWhatMustComeOfIt() {
        Header header = read("""
                // bug S09, S42: waits by index alone,
                // whatever comes out there
                // caught by core 4: no order of the calls: "1"
                // reported by core 2: keeps too much
                // run apart: nothing ends it
                package lab; // caught by core 99: is no part of the header
                // caught by core 99: nor is this
                """);
        assertEquals(
                new Header(
                        CorpusEntry.Kind.WRONG,
                        List.of("S09", "S42"),
                        "waits by index alone, whatever comes out there",
                        List.of(
                                new Expectation.CaughtBy("core", 4, "no order of the calls: \"1\""),
                                new Expectation.ReportedBy("core", 2, "keeps too much")),
                        true,
                        false),
                header);
    }

    @Test
    void ofABugWithoutAnIdSaysSoWithoutOne() {
        Header header = read("// bug: the class is missing\n// refused: There is no class\n");
        assertEquals(List.of(), header.bugs());
        assertEquals(List.of(new Expectation.Refused("There is no class")), header.expectations());
    }

    @Test
    void ofACorrectEntrySaysWhatItDoes() {
        Header header = read("""
                // Correct S11, though its memory grows: remembers each request
                // for ever.
                // only core: it has no bound
                """);
        assertEquals(CorpusEntry.Kind.CORRECT, header.kind());
        assertEquals("though its memory grows: remembers each request for ever.", header.description());
        assertEquals(List.of("S11"), header.bugs());
        assertTrue(header.onlyCore());
    }

    @Test
    void isNotThereIfTheFileDoesNotBeginWithAComment() {
        assertEquals(Optional.empty(), Header.read(PLACE, "package lab;\n// bug S04: too late\n", SUITES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            // bug: b;// refused: r;package lab;;// no header; | package lab;;// no header;
            package lab;;// no header;                         | package lab;;// no header;
            // bug: b                                          | ``
            """)
    void isStrippedFromWhatFollows(String lines, String rest) {
        assertEquals(rest.replace(";", "\n"), Header.strip(lines.replace(";", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            // A server.                              | 1 | a header begins with
            // bug S4: no such id                     | 1 | a header begins with
            // bug, though: b                         | 1 | a header begins with
            // bug S04                                | 1 | a header begins with
            // bug S04: b;// caugth by core 4: x      | 2 | is not understood. A wrong entry's header goes on with "caught by core 4"
            // bug S04: b;// caught by 4: x           | 2 | is not understood
            // bug S04: b;// caught by core 4         | 2 | is not understood
            // bug S04: b;// caught by core 4:        | 2 | is not understood
            // bug S04: b;//caught by core 4: x       | 2 | is not understood
            // bug S04: b;// refused: x;// and more   | 3 | is not understood
            // bug S04: b;// only core: x             | 2 | is not understood
            // bug: b;// more;// caught by core 10: x | 3 | suite core has no test 10: its tests are 1, 2, 3
            // bug: b;// caught by cores 1: x         | 2 | there is no suite cores: the suites are core
            // Correct: c;// caught by core 4: x      | 2 | A correct entry's header goes on with "only core"
            """)
    void thatIsMalformedIsToldWithItsFileAndLine(String lines, int line, String message) {
        MalformedEntryException malformed =
                assertThrows(MalformedEntryException.class, () -> read(lines.replace(";", "\n")));
        assertTrue(malformed.getMessage().startsWith(PLACE + ":" + line + ": "), malformed.getMessage());
        assertTrue(malformed.getMessage().contains(message), malformed.getMessage());
    }

    @Test
    void cannotExpectMoreOfASuiteThatDoesNotTryTheEntry() {
        String lines = "// bug C05: gives up\n// caught by core 1: x\n";
        MalformedEntryException malformed = assertThrows(
                MalformedEntryException.class, () -> Header.read("Clerk.java", lines, List.of("extended")));
        assertEquals(
                "Clerk.java:2: suite core does not test what this entry has of its own: these do: extended",
                malformed.getMessage());
    }

    private static Header read(String source) {
        return Header.read(PLACE, source, SUITES).orElseThrow();
    }
}
