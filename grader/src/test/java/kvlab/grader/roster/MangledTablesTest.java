package kvlab.grader.roster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kvlab.grader.MangledBytes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a table of the staff holds, reading it ends with its rows or with errors that a terminal can show. */
class MangledTablesTest {

    private static final int FILES = 500;
    private static final Optional<ZoneId> ZONE = Optional.of(ZoneId.of("UTC"));
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "sep=;\n",
            "=\"",
            "=HYPERLINK(\"x\")",
            "\u0000",
            "\u001B[2J",
            "\u202E",
            "\uFEFF",
            "PK",
            "name",
            "submission",
            "-1",
            "99999999999",
            "1e9",
            "1,5",
            "2026-13-01 99:99",
            "yes",
            "\uD83D\uDE00");

    private enum Table {
        ROSTER(
                "name,id,email,git,group,due,extension,late days left,excused,note\n"
                        + "\"Abel, Niels\",4711,abel@x.edu,n-abel,,2026-12-06 18:00,,,,ill\nPaul Dirac,4712,,,g,,2 days,3,x,\n") {
            @Override
            void read(Path file) throws Exception {
                Roster.read(file, ZONE);
            }
        },
        TIMES("submission,time\nabel,2026-12-04T20:00:00Z\nnoether,\"Friday, 4 December 2026, 11:58 PM\"\n") {
            @Override
            void read(Path file) throws Exception {
                HandInTimes.read(file, ZONE);
            }
        },
        OVERRIDES(
                "submission,test,points,who,when,why\ndirac,core 4,10,Ada,2026-12-09,the kit's\nabel,,,Ada,,locks\n") {
            @Override
            void read(Path file) throws Exception {
                Overrides.in(file.getParent());
            }
        };

        private final String right;

        Table(String right) {
            this.right = right;
        }

        abstract void read(Path file) throws Exception;
    }

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void noFileBreaksTheReader(Table table) throws Exception {
        Path file = directory.resolve(Overrides.FILE);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Files.write(file, MangledBytes.of(table.right.getBytes(StandardCharsets.UTF_8), PIECES, random));
            try {
                table.read(file);
            } catch (UnusableTableException e) {
                refused++;
                assertTrue(isPlain(e.getMessage().codePoints()), e.getMessage());
            }
        }
        assertTrue(FILES / 10 < refused && refused < FILES, "refused " + refused);
    }

    private static boolean isPlain(IntStream text) {
        return text.noneMatch(
                c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
    }
}
