package kvlab.grader.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandInTimesTest {

    private static final Instant TIME = Instant.parse("2026-11-20T20:00:00Z");
    private static final Optional<ZoneId> NEW_YORK = Optional.of(ZoneId.of("America/New_York"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submission,time\nJürgen,2026-11-20T20:00:00Z\n",
                "submission;time\r\nJürgen;2026-11-20T20:00:00Z\r\n",
                "Submission\tTime\nJürgen\t2026-11-20T20:00:00Z",
                "sep=;\r\n\"SUBMISSION\";\"time\";\r\n\r\n\"Jürgen\";\" 2026-11-20 20:00:00 Z \";\r\n;;\r\n",
                "time,note,folder\n2026-11-20T15:00-05:00,\"ill, really\",=\"Jürgen\"\n",
                "Name,Submitted at\nJu\u0308rgen,2026-11-20 15:00\n",
            })
    void readsWhatSpreadsheetsMakeOfATable(String table) throws Exception {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
            assertEquals(Map.of("Jürgen", TIME), read(table.getBytes(charset)));
            assertEquals(Map.of("Jürgen", TIME), read(("\uFEFF" + table).getBytes(charset)));
        }
        if (!table.contains("\u0308")) {
            assertEquals(Map.of("Jürgen", TIME), read(table.getBytes(Charset.forName("windows-1252"))));
        }
    }

    @Test
    void readsTheWorksheetThatMoodleExports() throws Exception {
        String worksheet = """
                Identifier,"Full name","Email address",Status,Grade,"Last modified (submission)","Feedback comments"
                "Participant 4711","Jane Doe",jane@x.edu,"Submitted for grading - 1 day late",,"Friday, 20 November 2026, 3:00 PM",
                "Participant 4712","Al Bo",al@x.edu,"No submission",,-,
                "Participant 4713","Cy Do",cy@x.edu,"Submitted for grading",,"Friday, 20 November 2026, 15:00:00",
                """;
        assertEquals(Map.of("4711", TIME, "4713", TIME), read(worksheet.getBytes(StandardCharsets.UTF_8)));
        assertTrue(message(worksheet.replace("3:00 PM", "later"))
                .contains("line 2: \"Friday, 20 November 2026, later\" is no time"));
    }

    @Test
    void reportsAllErrorsAtOnceWithTheirLines() {
        String message = message("""
                submission,time

                abel,yesterday
                dirac,2026-11-20T20:00:00Z
                ,2026-11-20T20:00:00Z
                Dirac,2026-11-31 12:00,2026-11-30
                """);
        assertEquals("""
                times.csv has 5 errors:
                  line 3: "yesterday" is no time: write it like 2026-12-04 23:58, which is in America/New_York as the policy says, or with an offset from UTC, like 2026-12-04T23:58:00-05:00
                  line 5: there is no submission
                  line 6: it has more cells than there are headings: quote a cell that holds a separator
                  line 6: the submission "Dirac" is in line 4 too
                  line 6: "2026-11-31 12:00" is no time: write it like 2026-12-04 23:58, which is in America/New_York as the policy says, or with an offset from UTC, like 2026-12-04T23:58:00-05:00""".replace("times.csv", directory.resolve("times.csv").toString()), message);
    }

    @Test
    void saysWhatATableOfAnotherKindLacks() {
        assertEquals("line 1: the headings must be submission and time", lastPart(message("abel,2026-11-20T20:00Z\n")));
        assertEquals("line 1: the table is empty", lastPart(message("\n")));
        assertEquals(
                "line 1: this is a workbook, not a table of text: save it as CSV", lastPart(message("PK\u0003\u0004")));
    }

    private static String lastPart(String message) {
        return message.substring(message.indexOf(", ") + 2);
    }

    private String message(String table) {
        return assertThrows(UnusableTableException.class, () -> read(table.getBytes(StandardCharsets.UTF_8)))
                .getMessage();
    }

    private Map<String, Instant> read(byte[] table) throws IOException, UnusableTableException {
        Path file = Files.write(directory.resolve("times.csv"), table);
        return HandInTimes.read(file, NEW_YORK).times();
    }
}
