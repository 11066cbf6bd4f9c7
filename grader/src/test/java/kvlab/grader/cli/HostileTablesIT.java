package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.intake.Packed;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A class of names and cells that attack the staff's terminal, spreadsheet or disk. Nothing that is handed in compiles, so
 * that each command takes a moment.
 */
class HostileTablesIT {

    private static final String ESCAPE = "\u001B]0;owned\u0007\u001B[2J\u009B31m";
    private static final String FORMULA = "=HYPERLINK(\"http://x.example\",\"see\")";
    private static final String TURNED = "\u202Egnp.exe";

    /** Names of hand-ins; their students' names in the roster, by the last part. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "plain", FORMULA,
            "second", "@SUM(A1:A9)",
            "third", ESCAPE + "Eve",
            "fourth", "+1+cmd|' /C calc'!A0",
            "fifth", TURNED,
            "sixth", "two\nlines::error::x",
            "seventh", "\t=1+1"));

    private static final List<String> FOLDERS = List.of(
            ESCAPE.replace("/", ""), FORMULA.replace("/", "|"), TURNED, "a\nb::error::x", "-rf", "con", "<img src=x>");

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();
    private Path students;

    @BeforeEach
    void handIn() throws IOException {
        students = directory.resolve("class");
        for (String name : NAMES.keySet()) {
            submission(name);
        }
        for (String name : FOLDERS) {
            submission(name);
        }
        Files.createSymbolicLink(students.resolve("itself"), students);
        Files.createSymbolicLink(students.resolve("plain").resolve("up"), students);
        Files.createSymbolicLink(students.resolve("round"), students.resolve("round"));
        try (RandomAccessFile huge = new RandomAccessFile(submission("huge").toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        Files.write(
                submission("packed").resolveSibling("handin.zip"),
                Packed.zip()
                        .file(
                                "handin.zip",
                                Packed.zip()
                                        .file("KvServer.java", new byte[64 << 20], 0)
                                        .done(),
                                0)
                        .done());
        Files.delete(students.resolve("packed").resolve("KvServer.java"));
        StringBuilder roster = new StringBuilder("folder,name,id,email,section,note\n");
        NAMES.forEach((folder, name) -> roster.append(folder + "," + quoted(name) + "," + folder.length()
                + folder.charAt(0) + ",," + quoted(ESCAPE) + "," + quoted(FORMULA) + "\n"));
        roster.append("," + quoted(ESCAPE + "Missing") + ",9,,,\n");
        Files.writeString(directory.resolve("roster.csv"), roster);
    }

    @Test
    void terminalsShowThemAndSpreadsheetsDoNotComputeThem() throws IOException {
        terminal.run("intake", "" + students);
        assertPlain();
        assertEquals(ExitCode.OK, grade());
        assertPlain();
        Path overrides = directory.resolve("out").resolve("overrides.csv");
        Files.writeString(
                overrides,
                "submission,test,points,who,when,why\nplain,,3," + quoted(FORMULA) + "," + quoted(ESCAPE) + ","
                        + quoted("-1+1\n" + TURNED) + "\n" + quoted(ESCAPE) + ",,1,a,b,c\nsecond," + quoted(ESCAPE)
                        + ",1,a,b,c\n");
        Path canvas = Files.writeString(
                directory.resolve("canvas.csv"),
                "Student,ID,Section,Lab (1)\n" + quoted(FORMULA) + ",5p,@x,\n" + quoted(ESCAPE) + ",6s,,-7\n");
        Path moodle = Files.writeString(
                directory.resolve("moodle.csv"),
                "ID number,Full name\n5p," + quoted(FORMULA) + "\n5t," + quoted(ESCAPE) + "\n");
        assertEquals(ExitCode.OK, report("--canvas", "" + canvas, "--assignment", "Lab"));
        assertEquals(ExitCode.OK, report("--moodle", "" + moodle));
        assertPlain();
        for (String table : List.of("grades.csv", "canvas.csv", "moodle.csv")) {
            assertNoFormula(directory.resolve("out").resolve("report").resolve(table));
        }

        Terminal program = new Terminal();
        String[] again = command(List.of(
                "grade",
                "" + students,
                "--yes",
                "--no-grading",
                "--json",
                "--roster",
                "" + directory.resolve("roster.csv"),
                "--out"));
        assertEquals(ExitCode.OK, program.run(again));
        assertEquals(
                NAMES.size() + FOLDERS.size() + 4,
                new JsonMapper().readTree(program.out()).get("submissions").size());
    }

    private Path submission(String name) throws IOException {
        Path folder = Files.createDirectories(students.resolve(name));
        return Files.writeString(folder.resolve("KvServer.java"), "package lab; class {");
    }

    private int grade() {
        return terminal.run(command(
                List.of("grade", "" + students, "--yes", "--roster", "" + directory.resolve("roster.csv"), "--out")));
    }

    private int report(String... options) {
        return terminal.run(command(List.of("report"), options));
    }

    private String[] command(List<String> words, String... options) {
        return Stream.of(words.stream(), Stream.of("" + directory.resolve("out")), Stream.of(options))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private void assertPlain() {
        String console = terminal.out() + terminal.err();
        assertFalse(console.isEmpty());
        assertTrue(
                console.codePoints()
                        .noneMatch(c ->
                                c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)),
                () -> console.replace("\u001B", "<ESC>"));
    }

    private static void assertNoFormula(Path table) throws IOException {
        try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                for (String cell : row) {
                    assertTrue(cell.matches("(?s)([^=+@\t\r-].*)?|-?\\d+([.]\\d+)?"), () -> table + ": " + cell);
                }
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
