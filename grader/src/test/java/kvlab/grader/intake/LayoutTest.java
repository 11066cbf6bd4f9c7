package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What folders are taken for. A folder is written as its files; a directory ends with a slash. */
class LayoutTest {

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(directory.resolve("w"));
    }

    @ParameterizedTest
    @CsvSource({
        "ann_1_11_KvServer.java bob_2_12_lab.zip,                                  CANVAS, ann_1 bob_2",
        "export/ann_1_11_KvServer.java export/bob_2_12_lab.zip,                    CANVAS, ann_1 bob_2",
        "a/b/ann_1_11_KvServer.java a/b/bob_2_12_lab.zip __MACOSX/x .DS_Store,     CANVAS, ann_1 bob_2",
        "A/ann_1_11_KvServer.java B/bob_2_12_lab.zip README.txt,                   CANVAS, ann_1 bob_2",
        "ann_1_11_KvServer.java .git/HEAD README.txt roster.csv,                   CANVAS, ann_1",
        "assignment_7_export/submission_metadata.yml assignment_7_export/submission_5/KvServer.java, GRADESCOPE,"
                + " submission_5",
        "jo@x.edu/1_handin.tar jo@x.edu/2_handin.tar al@x.edu/1_handin.tar,        AUTOLAB, al@x.edu jo@x.edu",
        "jo@x.edu_1_handin.tar annotated_jo@x.edu_1_handin.tar,                    AUTOLAB, jo@x.edu",
        "alice/KvServer.java,                                                      HAND, alice",
        "alice/KvServer.java README.txt notes.pdf grades.csv,                      HAND, alice",
        "alice/KvServer.java bob/KvServer.java README.txt roster.csv frank.pdf,    HAND, alice bob",
        "alice/KvServer.java bob/,                                                 HAND, alice bob",
        "alice/.git/HEAD bob/.git/HEAD .git/HEAD,                                  HAND, alice bob",
        "alice/lab3/KvServer.java bob/lab3/KvServer.java,                          HAND, alice bob",
        "alice/first.zip alice/again.zip bob/handin.zip,                           HAND, alice bob",
        "alice.zip bob.tar,                                                        HAND, alice bob",
        "alice/KvServer.java target/classes/x.bin,                                 HAND, alice",
        "w2/alice/KvServer.java w2/bob/KvServer.java,                              HAND, alice bob",
        "A/alice/KvServer.java A/bob/KvServer.java B/carol/KvServer.java,          HAND, alice bob carol",
        "sections/A/alice/KvServer.java sections/A/bob/KvServer.java sections/B/carol.zip, HAND, alice bob carol",
        "section1/alice.zip section1/bob.zip section2/carol.zip,                   HAND, alice bob carol",
        "canvas/ann_1_11_KvServer.java clones/bob/KvServer.java clones/carol/KvServer.java, HAND, ann_1 bob carol",
    })
    void aClassIsFoundWithoutADoubt(String files, CollectedBy system, String students) throws IOException {
        make(files);
        Uploads uploads = Uploads.at(List.of(folder));
        Layout layout = uploads.layouts().get(0);
        assertEquals(List.of(students.split(" ")), names(uploads));
        assertEquals(system, layout.collectedBy());
        assertEquals(Optional.empty(), layout.doubt());
        assertEquals(Optional.empty(), layout.problem());
    }

    @ParameterizedTest
    @CsvSource({
        "KvServer.java Clerk.java",
        "src/main/java/lab/KvServer.java pom.xml",
        "lab/KvServer.java",
        "lab/KvServer.java docs/design.md",
        "hw1/KvServer.java",
        "handin.zip",
        "KvServer (1).java notes.txt",
        "java/client/Main.java java/server/KvServer.java",
        ".git/HEAD client/Main.java server/KvServer.java",
        ".git/HEAD harness/pom.xml skeleton/src/main/java/lab/KvServer.java",
        "README.txt",
    })
    void oneSubmissionIsFoundWithoutADoubt(String files) throws IOException {
        make(files);
        Uploads uploads = Uploads.at(List.of(folder));
        assertEquals(List.of("w"), names(uploads));
        assertEquals(Optional.empty(), uploads.layouts().get(0).doubt());
    }

    @ParameterizedTest
    @CsvSource({
        ".git/HEAD alice/KvServer.java bob/KvServer.java,                   layout.repository,    alice bob",
        "mine/KvServer.java docs/design.md,                                 layout.one-with-work, docs mine",
        "ann_1_11_KvServer.java KvServer.java,                              layout.own-file,      KvServer ann_1",
        "red-team/alice/KvServer.java red-team/bob/KvServer.java blue-team/carol/KvServer.java, layout.sections,"
                + " alice bob carol",
    })
    void whatMayBeTwoThingsIsDoubted(String files, String doubt, String students) throws IOException {
        make(files);
        Uploads uploads = Uploads.at(List.of(folder));
        assertEquals(doubt, uploads.layouts().get(0).doubt().orElseThrow().code());
        assertEquals(List.of(students.split(" ")), names(uploads));
        for (Layout.Kind kind : Layout.Kind.values()) {
            Layout stated =
                    Uploads.at(List.of(folder), Optional.of(kind)).layouts().get(0);
            assertEquals(Optional.empty(), stated.doubt());
            assertEquals(kind == Layout.Kind.CLASS, stated.isClass());
        }
    }

    @Test
    void anExportThatIsStillPackedIsTold() throws IOException {
        Path export = Files.write(
                directory.resolve("submissions.zip"),
                Packed.zip()
                        .file("ann_1_11_KvServer.java", "")
                        .file("bob_2_12_KvServer.java", "")
                        .done());
        String problem = Uploads.at(List.of(export))
                .layouts()
                .get(0)
                .problem()
                .orElseThrow()
                .message();
        assertTrue(problem.contains("is an export that is still packed"), problem);

        Files.copy(export, folder.resolve("submissions.zip"));
        assertTrue(Uploads.at(List.of(folder)).layouts().get(0).problem().isPresent(), "alone in its folder");

        make("ann_1_11_KvServer.java bob_2_12_KvServer.java");
        Uploads unpacked = Uploads.at(List.of(folder));
        assertEquals(List.of("ann_1", "bob_2"), names(unpacked));
        assertEquals(
                List.of("ignored.packed-export"),
                unpacked.layouts().get(0).ignored().stream()
                        .map(entry -> entry.reason().code())
                        .toList());
        assertEquals(Optional.empty(), unpacked.layouts().get(0).problem());
    }

    @Test
    void aStudentsArchiveIsNoPackedExport() throws IOException {
        Path archive = Files.write(
                directory.resolve("alice.zip"),
                Packed.zip()
                        .file("lab/KvServer.java", "")
                        .file("ann_1_11_notes.txt", "")
                        .done());
        assertEquals(
                Optional.empty(), Uploads.at(List.of(archive)).layouts().get(0).problem());
    }

    @Test
    void whatIsIgnoredHasItsReason() throws IOException {
        make("alice/KvServer.java bob/KvServer.java README.txt .git/HEAD");
        assertEquals(
                List.of(
                        ".git: the folder's own git repository",
                        "README.txt: neither a directory, nor an archive, nor a Java source"),
                Uploads.at(List.of(folder)).layouts().get(0).ignored().stream()
                        .map(entry -> entry.path().getFileName() + ": " + entry.reason())
                        .toList());
    }

    private static List<String> names(Uploads uploads) {
        return uploads.students().stream()
                .map(StudentUploads::fileName)
                .sorted()
                .toList();
    }

    private void make(String files) throws IOException {
        for (String file : files.split(" (?!\\()")) {
            Path path = folder.resolve(file);
            if (file.endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.endsWith(".yml") ? "{}" : "package lab;");
            }
        }
    }
}
