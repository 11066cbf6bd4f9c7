package kvlab.grader.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A roster, and the hand-ins that it is joined with. */
class RosterTest {

    private static final Optional<ZoneId> BERLIN = Optional.of(ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path directory;

    private Path file;
    private Path folder;

    @BeforeEach
    void place() throws Exception {
        file = directory.resolve("roster.csv");
        folder = Files.createDirectory(directory.resolve("class"));
    }

    @Test
    void readsAnyOfItsColumnsUnderTheirUsualHeadings() throws Exception {
        Roster roster = read("""
                First name;Last Name;SIS User ID;E-Mail Address;SIS Login ID;GitHub;Section;Team;Due;Extension;Late days left;Excused;Comments;Pronouns
                Jane;Doe;="007";jane@x.edu;jd1;https://github.com/jane-d/lab.git/;A;red;2026-12-06 18:00;2 days;;;ill;she
                ;Plato;;;;;;;;;3;x;;
                """);
        RosterEntry jane = roster.entries().get(0);
        assertEquals("Jane Doe", jane.name());
        assertEquals(List.of("007", "jd1", "lab", "jane@x.edu", "jane"), jane.names());
        assertEquals(Optional.of(Instant.parse("2026-12-06T17:00:00Z")), jane.due());
        assertEquals(2, jane.extensionDays());
        assertEquals("A red ill", jane.section() + " " + jane.group() + " " + jane.note());
        RosterEntry plato = roster.entries().get(1);
        assertEquals("Plato", plato.name());
        assertEquals(3, plato.lateDaysLeft());
        assertTrue(plato.excused());
        assertEquals(List.of("Pronouns"), roster.unknownHeadings());
    }

    @Test
    void reportsAllErrorsAtOnce() {
        String message =
                assertThrows(UnusableTableException.class, () -> read("""
                id,name,due,extension,excused
                1,Abel,soon,,
                2,Bohr,,two,
                1,Cantor,,,perhaps
                ,,,1,
                """)).getMessage();
        assertEquals(
                List.of(2, 3, 4, 4, 5),
                message.lines()
                        .skip(1)
                        .map(line -> Integer.parseInt(line.replaceFirst("^  line (\\d+):.*", "$1")))
                        .toList());
        assertTrue(message.contains("line 4: the id \"1\" is in line 2 too"), message);
        assertThrows(UnusableTableException.class, () -> read("section,note\nA,x\n"));
    }

    @Test
    void foldersOfGitUsersGetTheNumbersOfTheGradebook() throws Exception {
        RosterJoin join = join("""
                name,id,email,git,folder
                "Abel, Niels",1,abel@x.edu,n-abel,
                Bohr,2,bohr@x.edu,,lab-bohr
                Cantor,3,cantor@x.edu,,
                Jürgen Dirac,4,,jürgen,
                Erdős,5,e@x.edu,,
                """, "N-Abel", "lab-bohr", "cantor", "Ju\u0308rgen", "stranger");
        assertEquals(
                Map.of(
                        "N-Abel", "Abel, Niels/1/abel@x.edu",
                        "lab-bohr", "Bohr/2/bohr@x.edu",
                        "cantor", "Cantor/3/cantor@x.edu",
                        "Jürgen", "Jürgen Dirac/4/",
                        "stranger", "stranger//"),
                owners(join));
        assertEquals(List.of("Erdős"), called(join.missing()));
        assertEquals(List.of("stranger"), join.strangers());
    }

    @Test
    void exportsKeepTheSystemsNumbersAndGetNames() throws Exception {
        RosterJoin join = join(
                "name,id,email\nJane Doe,s1,jane@x.edu\n\"Roe, John\",s2,\nAnn Lee,333,\n",
                "doejane_111_1_KvServer.java",
                "roejohn_222_2_KvServer.java",
                "leeann_333_3_KvServer.java");
        assertEquals(
                Map.of(
                        "doejane_111", "Jane Doe/111/jane@x.edu",
                        "roejohn_222", "Roe, John/222/",
                        "leeann_333", "Ann Lee/333/"),
                owners(join));
    }

    @Test
    void oneMemberHandsInForTheGroup() throws Exception {
        RosterJoin join = join("""
                name,id,email,login,group
                "Doe, Jane",1,jane@x.edu,jane,red
                Roe,,roe@x.edu,roe,red
                Lee,3,lee@x.edu,lee,blue
                Poe,4,,poe,blue
                Zed,5,,zed,
                """, "roe", "blue", "zed");
        assertEquals(
                Map.of(
                        "roe", "Roe, Jane Doe/roe, 1/roe@x.edu, jane@x.edu",
                        "blue", "Lee, Poe/3, 4/lee@x.edu, -",
                        "zed", "Zed/5/"),
                owners(join));
        assertEquals(List.of(), join.missing());
    }

    @Test
    void twoRowsForOneHandInAreAnError() {
        String message = assertThrows(
                        UnusableTableException.class,
                        () -> join("name,login,git\nAbel,abel,\nAnother,other,abel\n", "abel"))
                .getMessage();
        assertTrue(
                message.endsWith("line 3: the hand-in abel fits the rows of several students: Abel (line 2), Another"
                        + " (line 3). Give the folder of each, or the same group to all"),
                message);
    }

    @Test
    void sectionsStandInResults() throws Exception {
        RosterJoin join =
                join("folder,section,group\nabel,A,\nbohr,B,\ncantor,A,three\ndirac,B,three\n", "abel", "cantor");
        assertEquals(
                List.of("A", "A, B"),
                join.students().stream()
                        .map(uploads -> uploads.student().section())
                        .toList());
        assertEquals("B", join.nothingHandedIn(folder).get(0).student().section());
    }

    @Test
    void whoHasNotHandedInCanGetAResult() throws Exception {
        RosterJoin join =
                join("name,id,login,excused\nAbel,1,abel,\nBohr,2,bohr,\nCantor,3,,yes\nThe Other Abel,9,,\n", "abel");
        List<StudentUploads> nothing = join.nothingHandedIn(folder);
        assertEquals(
                List.of("bohr", "9"),
                nothing.stream().map(StudentUploads::fileName).toList());
        assertEquals(new Student("bohr", "Bohr", "2", ""), nothing.get(0).student());
        assertTrue(nothing.get(0).uploads().get(0).isNothing());
    }

    private RosterJoin join(String table, String... handIns) throws Exception {
        for (String handIn : handIns) {
            Path path = folder.resolve(handIn);
            Path source = handIn.endsWith(".java")
                    ? path
                    : Files.createDirectories(path).resolve("KvServer.java");
            Files.writeString(source, "");
        }
        return RosterJoin.of(file, read(table), Uploads.at(List.of(folder)).students());
    }

    private Roster read(String table) throws Exception {
        return Roster.read(Files.writeString(file, table), BERLIN);
    }

    private static List<String> called(List<RosterEntry> entries) {
        List<String> called = new ArrayList<>();
        entries.forEach(entry -> called.add(entry.called()));
        return called;
    }

    private static Map<String, String> owners(RosterJoin join) {
        return join.students().stream()
                .collect(Collectors.toMap(
                        StudentUploads::fileName,
                        uploads -> uploads.student().name() + "/"
                                + uploads.student().id() + "/"
                                + uploads.student().email(),
                        (first, second) -> first,
                        TreeMap::new));
    }
}
