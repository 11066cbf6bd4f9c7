package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.grader.cli.GuideClass.Pupil;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for teaching assistants, followed to the letter with a class of thirty hand-ins, from an empty folder. */
class GuideIT {

    /** What a person must look at, by submission. */
    private static final Map<String, String> REVIEW = Map.of(
            "moufangruth_5013", "is refused for the name of a file alone: look whether the file is what was asked for");

    /** What the guide's table of changes comes to, by submission. */
    private static final Map<String, String> BY_HAND = Map.of(
            "abel", "comment by Ada, 2026-12-09: see me about your locks: 0",
            "dirac", "core 4 set to 10 by Ada, 2026-12-09: the failure is the kit's: +10",
            "maxwell", "total set to 45 by Ada, 2026-12-09: does not build; explained it in person: +45");

    private static final Map<Character, String> VERDICTS = Map.of('+', "passed", 'x', "failed", 'r', "refused");

    @TempDir
    private Path home;

    private final Terminal terminal = new Terminal();
    private Guide guide;
    private GuideClass pupils;

    @BeforeEach
    void beginWithAnEmptyFolder() throws IOException {
        guide = Guide.read();
        pupils = GuideClass.read();
    }

    @Test
    void endsInGradebooksThatAreRightToTheCell() throws Exception {
        write("my-lab.yaml", policy());
        type(ExitCode.OK, "policy", "check");
        pupils.handIn(home.resolve("submissions"));
        write("roster.csv", pupils.roster(guide.example("", "name,id,")));
        type(ExitCode.OK, "intake", "submissions");
        type(ExitCode.TIMES_UNKNOWN, "grade", "--roster");
        write("times.csv", pupils.times(guide.example("", "submission,time")));
        type(ExitCode.OK, "grade", "--times");
        type(ExitCode.OK, "grade", "--times", "--replace");
        write("grades/overrides.csv", guide.example("", "submission,test,points"));
        write("gradebook.csv", pupils.canvas());
        type(ExitCode.OK, "report", "--canvas");
        write("worksheet.csv", pupils.moodle());
        type(ExitCode.OK, "report", "--moodle");

        assertSame(grades(), "grades/report/grades.csv");
        assertSame(canvas(), "grades/report/canvas.csv");
        assertSame(moodle(), "grades/report/moodle.csv");
        assertTrue(terminal.out().contains("\nnot handed in: 1 of 33: Marie Curie. "), terminal.out());
        assertTrue(terminal.out().contains("\nexcused, and not handed in: Max Planck\n"), terminal.out());
    }

    private void assertSame(List<List<String>> expected, String name) throws IOException {
        assertEquals(lines(expected), lines(table(name)), name);
    }

    private static String lines(List<List<String>> table) {
        return table.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    /** A row for each hand-in, by name. */
    private List<List<String>> grades() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(("submission,name,id,email,points,extra credit,adjustments,score,max score,days late,decided,"
                        + "core 1,core 2,core 3,core 4,core 5,core 6,core 7,core 8,core 9,review,by hand")
                .split(",")));
        pupils.pupils().stream()
                .filter(Pupil::handsIn)
                .sorted(Comparator.comparing(Pupil::submission))
                .map(this::row)
                .forEach(table::add);
        return table;
    }

    private List<String> row(Pupil pupil) {
        boolean group = pupil.submission().equals("lwow");
        long points =
                10 * pupil.verdicts().chars().filter(verdict -> verdict == '+').count();
        List<String> row = new ArrayList<>(List.of(
                pupil.submission(),
                neutral(group ? "Stefan Banach, Alfred Tarski" : pupil.name()),
                group ? "4723, 4724" : pupil.id(),
                group ? "banach@x.edu, tarski@x.edu" : pupil.email(),
                Long.toString(points),
                "0",
                Long.toString(Long.parseLong(pupil.score()) - points),
                pupil.score(),
                "90",
                pupil.late(),
                "yes"));
        pupil.verdicts().chars().forEach(verdict -> row.add(VERDICTS.get((char) verdict)));
        row.add(REVIEW.getOrDefault(pupil.submission(), ""));
        row.add(BY_HAND.getOrDefault(pupil.submission(), ""));
        return row;
    }

    /** What was exported, with the scores in the last column. */
    private List<List<String>> canvas() throws IOException {
        List<List<String>> table = table("gradebook.csv");
        for (int i = 0; i < pupils.pupils().size(); i++) {
            Pupil pupil = pupils.pupils().get(i);
            List<String> row = table.get(i + 2);
            row.set(0, neutral(row.get(0)));
            if (!pupil.isMissing()) {
                row.set(5, pupil.score());
            }
        }
        return table;
    }

    /** What was exported, with the scores, and with feedback that begins with them. */
    private List<List<String>> moodle() throws IOException {
        List<List<String>> table = table("worksheet.csv");
        List<List<String>> filled = table("grades/report/moodle.csv");
        for (int i = 0; i < pupils.pupils().size(); i++) {
            Pupil pupil = pupils.pupils().get(i);
            List<String> row = table.get(i + 1);
            row.set(1, neutral(row.get(1)));
            if (!pupil.isMissing()) {
                row.set(4, pupil.score());
                String feedback = filled.get(i + 1).get(7);
                assertTrue(feedback.startsWith("Score: " + pupil.score() + " / 90"), feedback);
                row.set(7, feedback);
            }
        }
        return table;
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String neutral(String cell) {
        return cell.startsWith("=") ? "'" + cell : cell;
    }

    private List<List<String>> table(String name) throws IOException {
        try (CSVParser parser = CSVParser.parse(home.resolve(name), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            List<List<String>> table = new ArrayList<>();
            parser.forEach(row -> table.add(new ArrayList<>(row.toList())));
            return table;
        }
    }

    /** The core lab's policy, with what the guide says to set; one schedule of each test is enough here. */
    private String policy() throws IOException {
        String base = Files.readString(Path.of("..", "grader", "policies", "core-lab.yaml"));
        return base.replace("schedules: 100", "schedules: 1") + guide.example("yaml", "due:");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text);
    }

    /** Types the guide's command that has these words; its files are in this test's folder. */
    private void type(int exitCode, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        for (String word : ShellWords.after("./kvlab", guide.command(words))) {
            command.add(here(word));
        }
        assertEquals(exitCode, terminal.run(command.toArray(String[]::new)), () -> terminal.out() + terminal.err());
    }

    private String here(String word) {
        String name = word.replaceFirst("^.*/", "");
        boolean isFile = name.contains(".") || List.of("submissions", "grades").contains(name);
        return isFile ? home.resolve(name).toString() : word;
    }
}
