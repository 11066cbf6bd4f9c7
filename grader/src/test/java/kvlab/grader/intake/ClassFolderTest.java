package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.git.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassFolderTest {

    @TempDir
    private Path folder;

    @Test
    void canvasTellsStudentsByTheirNumbersAndAttachmentsByTheirs() throws Exception {
        zip("doejane_12345_67891_handin-1.zip", "second");
        zip("doejane_12345_67890_handin.zip", "first");
        source("roejohn_LATE_222_300_KvServer-2.java", "mine");
        source("roejohn_LATE_222_301_Clerk.java", "mine too");
        zip("doejane_99_1_handin.zip", "another Jane Doe");
        assertTrue(ClassFolder.isLikely(folder));

        assertEquals(List.of("doejane_12345", "doejane_99", "roejohn_222"), fileNames());
        StudentUploads jane = student("doejane_12345");
        assertEquals(new Student("doejane_12345", "doejane", "12345", ""), jane.student());
        assertEquals(
                List.of("first", "second"),
                jane.uploads().stream().map(this::text).toList());
        Upload john = student("roejohn_222").uploads().get(0);
        assertTrue(john.markedLate());
        assertEquals(List.of("KvServer.java", "Clerk.java"), names(john));
        IntakeResult strict = new Intake().withShape(ArchiveShape.FLAT_TAR).read(john);
        String line =
                assertInstanceOf(IntakeResult.Unusable.class, strict).reason().message();
        assertTrue(line.contains("is one of 2 files handed in, but one plain .tar of them is asked for"), line);
    }

    @ParameterizedTest
    @CsvSource({
        "LATE_anon_8gh2k_67895_KvServer-1.java,              anon_8gh2k,          8gh2k, true,  KvServer.java",
        "anon_12345_67895_KvServer.java,                     anon_12345,          12345, false, KvServer.java",
        "project_team3_LATE_12345_67890_KvServer-1.java,     project_team3_12345, 12345, true,  KvServer.java",
        "project_team_3_12345_67890_Clerk.java,              project_team_3,      3,     false, 67890_Clerk.java",
        "d_oe_jane_12345_67890_my_1_2_KvServer.java,         d_oe_jane_12345,     12345, false, my_1_2_KvServer.java",
        "doejane_LATE_12345_text.html,                       doejane_12345,       12345, true,  text.html",
        "anon_8gh2k_link.html,                               anon_8gh2k,          8gh2k, false, link.html",
        "Default group-Jane Doe_5_assignsubmission_file_a,   Jane_Doe_5,          5,     false, a",
        "-Jane Doe_5_assignsubmission_file_1_2_a.java,       Jane_Doe_5,          5,     false, 1_2_a.java",
    })
    void systemsNamesAreTakenApart(String name, String student, String id, boolean late, String file) {
        ExportName parsed = ExportName.of(name);
        assertEquals(student, parsed.student().fileName());
        assertEquals(id, parsed.student().id());
        assertEquals(late, parsed.markedLate());
        assertEquals(file, parsed.file());
    }

    @Test
    void textTypedIntoCanvasIsToldAsSuch() throws Exception {
        source("doejane_12345_text.html", "<p>see my mail");
        source("roejohn_222_link.html", "<a>");
        source("roejohn_222_300_KvServer.java", "his");
        assertTrue(unusable("doejane_12345").contains("was typed into the collecting system"));
        assertEquals("his", only("roejohn_222"));
    }

    @Test
    void autolabsNewerDirectoriesHoldVersions() throws Exception {
        for (int version : new int[] {10, 9}) {
            source("Jo@x.edu/" + version + "_KvServer.java", "version " + version);
            source("Jo@x.edu/annotated_" + version + "_KvServer.java", "by the staff");
        }
        source("Jo@x.edu/Jo@x.edu_10_lab_autograde.txt", "feedback");
        assertEquals(
                "Jo@x.edu", ClassFolder.list(folder).students().get(0).student().email());
        assertEquals(
                List.of("version 9", "version 10"),
                student(fileNames().get(0)).uploads().stream().map(this::text).toList());
    }

    @Test
    void accentsFromMacosAreTheSameAsOthers() throws Exception {
        source("Ju\u0308rgen/KvServer.java", "his");
        source("Zoe\u0308_5_assignsubmission_file_KvServer.java", "hers");
        assertEquals(List.of("J\u00fcrgen", "Zo\u00eb_5"), fileNames());
        assertEquals("J\u00fcrgen", student("J\u00fcrgen").student().name());
    }

    @Test
    void moodleTellsStudentsByNameAndNumber() throws Exception {
        zip("Jane Döe_12345_assignsubmission_file_/anything.zip", "hers");
        source("John Roe_77_assignsubmission_file_/lab/KvServer.java", "his");
        source("Al Bo_5_assignsubmission_file_KvServer.java", "flat");
        Files.writeString(
                Files.createDirectories(folder.resolve("No Body_6_assignsubmission_onlinetext_"))
                        .resolve("onlinetext.html"),
                "<p>see my mail");
        Files.createDirectories(folder.resolve("John Roe_77_assignsubmission_onlinetext_"));
        Files.createDirectories(folder.resolve("Nil Nil_8_assignsubmission_file_"));
        assertTrue(ClassFolder.isLikely(folder));

        assertEquals(List.of("Al_Bo_5", "Jane_Döe_12345", "John_Roe_77", "Nil_Nil_8", "No_Body_6"), fileNames());
        assertEquals("Jane Döe", student("Jane_Döe_12345").student().name());
        assertEquals("hers", only("Jane_Döe_12345"));
        assertEquals("his", only("John_Roe_77"));
        assertEquals("flat", only("Al_Bo_5"));
        assertTrue(unusable("No_Body_6").contains("there is no KvServer.java"));
        assertTrue(unusable("Nil_Nil_8").contains("nor any other file"));
    }

    @Test
    void gradescopeTellsStudentsAndTimesInItsMetadata() throws Exception {
        source("submission_101/KvServer.java", "hers");
        source("submission_102/KvServer.java", "theirs");
        source("submission_103/KvServer.java", "whose?");
        Files.writeString(folder.resolve("submission_metadata.yml"), """
                ---
                submission_101:
                  :submitters:
                  - :name: "Jane Doe"
                    :sid: '00123'
                    :email: jane@x.edu
                  :created_at: 2026-11-01 16:40:32.123456000 -07:00
                  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
                    output: none
                submission_102:
                  :submitters:
                  - :name: Al Bo
                    :sid: 5
                    :email: al@x.edu
                  - :name: Cy Do
                    :sid:
                    :email: cy@x.edu
                  :created_at: 2026-11-01 16:40:32 Z
                """);
        assertTrue(ClassFolder.isLikely(folder));

        StudentUploads jane = student("submission_101");
        assertEquals(new Student("submission_101", "Jane Doe", "00123", "jane@x.edu"), jane.student());
        assertEquals(
                Optional.of(Instant.parse("2026-11-01T23:40:32.123456Z")),
                jane.uploads().get(0).time());
        assertEquals(
                new Student("submission_102", "Al Bo, Cy Do", "5, -", "al@x.edu, cy@x.edu"),
                student("submission_102").student());
        assertEquals("submission_103", student("submission_103").student().name());
        assertEquals("hers", only("submission_101"));
    }

    @Test
    void metadataThatIsNotUnderstoodCostsOnlyTheNames() throws Exception {
        source("submission_101/KvServer.java", "hers");
        Files.writeString(folder.resolve("submission_metadata.yml"), "a: [b\n: : {");
        Uploads listed = ClassFolder.list(folder);
        assertTrue(listed.notes().get(0).message().startsWith("submission_metadata.yml is not understood"));
        assertEquals("hers", only("submission_101"));
    }

    @Test
    void autolabTellsStudentsByMailAndVersionsByNumber() throws Exception {
        for (int version : new int[] {10, 9, 1}) {
            Files.write(
                    folder.resolve("jane_d@x.edu_" + version + "_handin.tar"),
                    Packed.tar().file("KvServer.java", "version " + version).done());
        }
        source("al@x.edu_1_KvServer.java", "old");
        source("al@x.edu_2_KvServer.java", "new");
        assertEquals(List.of("al@x.edu", "jane_d@x.edu"), fileNames());
        assertEquals("jane_d@x.edu", student("jane_d@x.edu").student().email());
        assertEquals(
                List.of("version 1", "version 9", "version 10"),
                student("jane_d@x.edu").uploads().stream().map(this::text).toList());
        assertEquals(
                List.of("old", "new"),
                student("al@x.edu").uploads().stream().map(this::text).toList());
    }

    @Test
    void aFolderMadeByHandHoldsDirectoriesArchivesRepositoriesAndFiles() throws Exception {
        source("alice/KvServer.java", "directory");
        zip("bob.zip", "zip");
        source("carol_KvServer.java", "file");
        Repository.in(folder.resolve("dave"))
                .write("KvServer.java", "repository")
                .commit("2026-11-01T12:00:00Z");
        zip("erin/first.zip", "first");
        zip("erin/again.zip", "second");
        Files.setLastModifiedTime(
                folder.resolve("erin/again.zip"), FileTime.from(Instant.parse("2026-11-02T00:00:00Z")));
        Files.setLastModifiedTime(
                folder.resolve("erin/first.zip"), FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
        Files.writeString(folder.resolve("frank.pdf"), "%PDF");
        Files.createSymbolicLink(folder.resolve("grace"), folder.resolve("alice"));
        Files.writeString(folder.resolve(".DS_Store"), "");

        assertEquals(List.of("alice", "bob", "carol", "dave", "erin", "grace"), fileNames());
        assertEquals("directory", only("alice"));
        assertEquals("zip", only("bob"));
        assertEquals("file", only("carol"));
        IntakeResult repository = new Intake()
                .withRevision(Branch.named("lab-kv-solution"))
                .read(student("dave").uploads().get(0));
        assertEquals(
                Origin.Form.GIT, ((IntakeResult.Received) repository).origin().form());
        assertEquals(
                List.of("first", "second"),
                student("erin").uploads().stream().map(this::text).toList());
        assertTrue(unusable("grace").contains("is a symbolic link"));
    }

    @Test
    void namesBecomeFileNamesThatNoTwoStudentsShare() throws Exception {
        for (String name :
                List.of("Alice", "alice", "a b", "a_b", "=cmd()", "con", "CON.x", "ends.", "-rf", "é\u001b[2J")) {
            source(name + "/KvServer.java", name);
        }
        List<String> names = fileNames();
        assertEquals(
                10,
                names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count(),
                names.toString());
        assertTrue(
                names.stream().allMatch(name -> name.matches("[\\p{L}\\p{Nd}@_][\\p{L}\\p{Nd}@._-]*[^.]")),
                names.toString());
        assertFalse(names.stream().anyMatch(name -> name.matches("(?i)con(\\..*)?")), names.toString());
        assertTrue(names.containsAll(List.of("Alice", "a_b")), names.toString());
        assertEquals(names, fileNames(), "the same each time");
    }

    @Test
    void oneBadSubmissionDoesNotKeepTheOthersFromBeingRead() throws Exception {
        source("alice/KvServer.java", "good");
        Files.write(folder.resolve("bob.tar"), new byte[] {1, 2, 3});
        Files.createDirectories(folder.resolve("carol"));
        List<IntakeResult> all = ClassFolder.list(folder).students().stream()
                .map(student -> new Intake().read(student.uploads().get(0)))
                .toList();
        assertInstanceOf(IntakeResult.Received.class, all.get(0));
        assertInstanceOf(IntakeResult.Unusable.class, all.get(1));
        assertInstanceOf(IntakeResult.Unusable.class, all.get(2));
    }

    @Test
    void aSubmissionIsNotTakenForAClass() throws Exception {
        source("src/main/java/lab/KvServer.java", "mine");
        Files.createDirectories(folder.resolve("docs"));
        assertFalse(ClassFolder.isLikely(folder));
        assertFalse(ClassFolder.isLikely(folder.resolve("src/main/java/lab")));
    }

    @Test
    void sourcesWithNamesOfTheirOwnAreStudentsEvenBesideDirectories() throws Exception {
        source("abel.java", "abel's");
        source("dirac.java", "dirac's");
        assertTrue(ClassFolder.isLikely(folder));
        source("noether/KvServer.java", "noether's");
        assertTrue(ClassFolder.isLikely(folder));
        assertEquals(List.of("abel", "dirac", "noether"), fileNames());
        assertEquals("dirac's", only("dirac"));
    }

    @Test
    void aSourceNamedAloneGoesByTheNameThatItsFolderGivesIt() throws Exception {
        source("doejane_LATE_12345_67890_KvServer-1.java", "");
        source("Jane Doe_12345_assignsubmission_file_Clerk.java", "");
        source("jane@x.edu_3_Common.java", "");
        source("abel.java", "");
        source("StudentRaft.java", "");
        List<String> names = new ArrayList<>();
        for (StudentUploads student : ClassFolder.list(folder).students()) {
            Upload listed = student.uploads().get(0);
            assertEquals(
                    listed.parts().keySet(), Upload.at(listed.path()).parts().keySet());
            names.add(listed.parts().firstKey());
        }
        assertEquals(Set.of("KvServer.java", "Clerk.java", "Common.java", "StudentRaft.java"), Set.copyOf(names));
    }

    @Test
    void aSourceOutsideOfAClassKeepsItsName() throws Exception {
        source("abel.java", "");
        source("Clerk.java", "");
        assertEquals(
                Set.of("abel.java"),
                Upload.at(folder.resolve("abel.java")).parts().keySet());
    }

    @Test
    void severalSourcesTogetherAreOneSubmission() throws Exception {
        source("roejohn_222_300_KvServer-2.java", "mine");
        source("roejohn_222_301_Clerk.java", "mine too");
        source("other/Clerk.java", "another");
        Path server = folder.resolve("roejohn_222_300_KvServer-2.java");
        Path clerk = folder.resolve("roejohn_222_301_Clerk.java");
        Upload both = Upload.of(List.of(server, clerk));
        assertEquals(List.of("KvServer.java", "Clerk.java"), names(both));
        assertEquals("mine", text(both));
        for (Path third : List.of(folder.resolve("other/Clerk.java"), folder, folder.resolve("No.java"))) {
            assertThrows(IllegalArgumentException.class, () -> Upload.of(List.of(server, clerk, third)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evil_999_888_x_12346_assignsubmission_file_KvServer.java, evil_999",
        "evil_999_888_jane@x.edu_9_KvServer.java, evil_999",
        "Evil_5_assignsubmission_file_x_12346_assignsubmission_file_K.java, Evil_5",
        "Evil_5_assignsubmission_file_jane@x.edu_9_K.java, Evil_5",
        "evil@x.edu_3_jane@x.edu_9_K.java, evil@x.edu",
        "evil@x.edu_3_Jane_5_assignsubmission_file_K.java, evil@x.edu",
        "evil@x.edu_3_4_K.java, evil@x.edu"
    })
    void whatAStudentCallsAFileMakesItNobodyElses(String file, String student) throws Exception {
        source(file, "mine");
        assertEquals(List.of(student), fileNames());
    }

    private List<String> fileNames() throws IOException {
        return ClassFolder.list(folder).students().stream()
                .map(student -> student.student().fileName())
                .sorted()
                .toList();
    }

    private StudentUploads student(String fileName) throws IOException {
        return ClassFolder.list(folder).students().stream()
                .filter(student -> student.student().fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private String only(String fileName) throws IOException {
        List<Upload> uploads = student(fileName).uploads();
        assertEquals(1, uploads.size());
        return text(uploads.get(0));
    }

    private String text(Upload upload) {
        return received(upload).submission().files().get(0).text();
    }

    private List<String> names(Upload upload) {
        return received(upload).submission().files().stream()
                .map(SourceFile::name)
                .toList();
    }

    private static IntakeResult.Received received(Upload upload) {
        IntakeResult result = new Intake().read(upload);
        return assertInstanceOf(IntakeResult.Received.class, result, result::toString);
    }

    private String unusable(String fileName) throws IOException {
        IntakeResult result = new Intake().read(student(fileName).uploads().get(0));
        return assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason()
                .message();
    }

    private void zip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Packed.zip().file("KvServer.java", text).done());
    }

    private void source(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
