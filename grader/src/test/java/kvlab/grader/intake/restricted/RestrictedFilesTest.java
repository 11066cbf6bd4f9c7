package kvlab.grader.intake.restricted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestrictedFilesTest {

    private static final String LAB = "skeleton/src/main/java/lab/";
    private static final List<String> NONE = List.of();

    @TempDir
    private Path directory;

    private Path kit;
    private Path alice;

    @BeforeEach
    void makeKit() throws IOException {
        kit = directory.resolve("kit");
        alice = directory.resolve("alice");
        handOut(kit);
        write(kit, "solution/src/main/java/lab/KvServer.java", "the answer");
    }

    /** All that students get. */
    private static void handOut(Path to) throws IOException {
        write(to, "README.md", "read me\nfirst\n");
        write(to, "harness/src/Raft.java", "class Raft {}\n");
        write(to, "skeleton/pom.xml", "<project/>\n");
        write(to, "skeleton/.mvn/maven.config", "-q\n");
        write(to, LAB + "KvServer.java", "package lab; // to do\n");
        write(to, LAB + "Clerk.java", "package lab; // to do\n");
        write(to, LAB + "package-info.java", "package lab;\n");
    }

    @Test
    void aCopyOfTheKitWithTheServerChangedIsClean() throws Exception {
        handOut(alice);
        write(alice, LAB + "KvServer.java", "package lab; // done\n");
        RestrictedFiles.Checked checked = check();
        assertEquals(new Findings(NONE, NONE, NONE), checked.findings());
        assertTrue(checked.findings().isClean());
        assertEquals(
                List.of(
                        new SourceFile("KvServer.java", "package lab; // done\n"),
                        new SourceFile("Clerk.java", "package lab; // to do\n"),
                        new SourceFile("package-info.java", "package lab;\n")),
                checked.submission().files());
    }

    @Test
    void aFileThatIsNotTheStudentsGivesWayToTheKitsOwn() throws Exception {
        write(alice, "KvServer.java", "server");
        write(alice, "Clerk.java", "changed");
        assertEquals(
                List.of("server", "package lab; // to do\n", "package lab;\n"),
                check().submission().files().stream().map(SourceFile::text).toList());
    }

    @Test
    void changedAddedAndDeletedFilesAreNamed() throws Exception {
        handOut(alice);
        write(alice, "harness/src/Raft.java", "class Raft { /* faster */ }\n");
        write(alice, LAB + "Helper.java", "package lab;\n");
        write(alice, "notes.txt", "");
        Files.delete(alice.resolve(LAB + "package-info.java"));
        Files.delete(alice.resolve("skeleton/.mvn/maven.config"));
        assertEquals(
                new Findings(
                        List.of("harness/src/Raft.java"),
                        List.of("notes.txt", LAB + "Helper.java"),
                        List.of("skeleton/.mvn/maven.config", LAB + "package-info.java")),
                check().findings());
    }

    @Test
    void whatTheKitItselfWritesIsNoAddedFile() throws Exception {
        handOut(alice);
        write(alice, "kvlab-results/skeleton.json", "{}");
        write(alice, "kvlab-trace.txt", "");
        write(alice, "target/classes/lab/KvServer.class", "");
        assertTrue(check().findings().isClean());
    }

    @Test
    void onlyAllowedFilesGoOn() throws Exception {
        write(alice, "KvServer.java", "server");
        write(alice, "Clerk.java", "clerk");
        write(alice, "Common.java", "common");
        write(alice, "Test.java", "test");
        assertEquals(List.of("KvServer.java"), names(check()));
        assertEquals(
                new Findings(List.of(LAB + "Clerk.java"), List.of(LAB + "Common.java", LAB + "Test.java"), NONE),
                check().findings());
        RestrictedFiles.Checked extended = check("{KvServer,Clerk,Common,StudentRaft}.java");
        assertEquals(List.of("KvServer.java", "Clerk.java", "Common.java"), names(extended));
        assertEquals(List.of(LAB + "Test.java"), extended.findings().added());
        assertEquals(NONE, names(check("skeleton/*.java")), "a glob with a slash is a path in the kit");
        assertEquals(List.of("KvServer.java"), names(check(LAB + "KvServer.java")));
    }

    @Test
    void aSubmissionOfThatFileAloneHasDeletedNothing() throws Exception {
        write(alice, "KvServer.java", "server");
        assertTrue(check().findings().isClean());
    }

    @Test
    void directoriesAroundASubmissionDoNotMatterNorThoseLeftOut() throws Exception {
        for (String around : List.of("", "my lab/", "skeleton/", "a/b/skeleton/", "src/main/java/")) {
            alice = directory.resolve("student" + around.length());
            write(alice, around + "src/main/java/lab/KvServer.java", "server");
            write(alice, around + "src/main/java/lab/Clerk.java", "changed");
            assertEquals(List.of(LAB + "Clerk.java"), check().findings().changed(), around);
            assertEquals(List.of("KvServer.java"), names(check()), around);
        }
    }

    @Test
    void filesOutsideOfTheKitsDirectoriesAreAddedUnderTheirOwnPaths() throws Exception {
        write(alice, "lab/skeleton/src/main/java/lab/KvServer.java", "server");
        write(alice, "other/Evil.java", "evil");
        assertEquals(List.of("other/Evil.java"), check().findings().added());
    }

    @Test
    void lineEndsThatGitOnWindowsChangesAreNoChange() throws Exception {
        handOut(alice);
        write(alice, "README.md", "read me\r\nfirst\r\n");
        assertTrue(check().findings().isClean());
        write(alice, "README.md", "read me\rfirst\r");
        assertEquals(List.of("README.md"), check().findings().changed());
    }

    @Test
    void anOwnRaftIsAtHomeBesideTheServer() throws Exception {
        write(alice, "StudentRaft.java", "raft");
        assertEquals(List.of("StudentRaft.java"), names(check("StudentRaft.java")));
        assertEquals(List.of(LAB + "StudentRaft.java"), check().findings().added());
    }

    @Test
    void filesOfAnIssuedKitAreNoChangeIfTheyAreAllOfOne() throws Exception {
        for (String edition : List.of("first", "second")) {
            Path issued = directory.resolve(edition);
            handOut(issued);
            write(issued, "README.md", "for students, " + edition);
            write(issued, "pom.xml", edition);
            String json = new IssuedKit(new Intake().files(issued).digests(), Collections.emptySortedMap()).json();
            write(issued, IssuedKit.FILE, json);
            IssuedKit.keep(kit, "mine", json.getBytes(StandardCharsets.UTF_8));
        }
        for (String edition : List.of("first", "second")) {
            alice = directory.resolve(edition);
            assertEquals(new Findings(NONE, NONE, NONE), check().findings(), edition);
        }
        write(alice, "pom.xml", "first");
        assertEquals(new Findings(List.of("pom.xml"), NONE, NONE), check().findings());
        write(alice, "harness/src/Raft.java", "faster");
        write(alice, "more.txt", "");
        assertEquals(
                new Findings(List.of("harness/src/Raft.java", "pom.xml"), List.of("more.txt"), NONE),
                check().findings());
    }

    @Test
    void aKitWithoutAServerIsNone() throws Exception {
        write(alice, "README.md", "");
        String message =
                assertThrows(IOException.class, () -> PristineKit.at(alice)).getMessage();
        assertTrue(message.contains("name the directory that was handed out"), message);
    }

    @Test
    void aThousandFilesAreListedAtMost() {
        List<String> many = Collections.nCopies(20_000, "x".repeat(500));
        assertEquals(1_000, new Findings(NONE, many, NONE).added().size());
    }

    private RestrictedFiles.Checked check() throws IOException {
        return check("KvServer.java");
    }

    private RestrictedFiles.Checked check(String... allowed) throws IOException {
        IntakeResult result = new Intake().read(alice);
        return new RestrictedFiles(PristineKit.at(kit), IssuedKit.of(kit), List.of(allowed))
                .check(assertInstanceOf(IntakeResult.Received.class, result, result::toString));
    }

    /** Of the student's own files. */
    private static List<String> names(RestrictedFiles.Checked checked) {
        return checked.submission().files().stream()
                .filter(file -> !file.text().startsWith("package lab;"))
                .map(SourceFile::name)
                .toList();
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
