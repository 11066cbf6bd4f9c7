package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking before grading: {@code intake} shows what folders are taken for, {@code grade} refuses what is not certain. */
class IntakeCommandTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();
    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("w");
    }

    @Test
    void showsWhoWasFoundInWhichFilesAndWhatIsIgnored() throws IOException {
        file("export/doejane_LATE_1_12_KvServer-1.java");
        file("export/doejane_LATE_1_11_Clerk.java");
        file("export/roejohn_222_13_handin.zip");
        file("export/roejohn_222_14_handin-1.zip");
        file("export/anon_77xy_15_text.html");
        file("export/README.txt");
        assertEquals(ExitCode.OK, terminal.run("intake", folder.toString()));
        assertEquals("""
                w: 3 submissions, from Canvas, in w/export; ignored: README.txt
                  anon_77xy    text.html
                  doejane_1    Clerk.java, KvServer.java, marked late
                  roejohn_222  2 uploads, the last handin.zip
                  ignored: export/README.txt: neither a directory, nor an archive, nor a Java source
                """, shown());
    }

    @Test
    void showsTheSourcesInDirectoriesAndWhereThereAreNone() throws IOException {
        file("abel/src/main/java/lab/KvServer.java");
        file("abel/notes.txt");
        file("bohr/KvServer.java");
        file("cantor/letter.pdf");
        Files.createDirectories(folder.resolve("dirac/.git"));
        assertEquals(ExitCode.OK, terminal.run("intake", folder.toString()));
        assertEquals("""
                w: 4 submissions, by the names of its entries
                  abel    src/main/java/lab/KvServer.java
                  bohr    KvServer.java
                  cantor  no Java source and no archive
                  dirac   dirac (git)
                """, shown());
    }

    @Test
    void whatIsNotCertainIsNotGradedWithoutAWord() throws IOException {
        file("mine/KvServer.java");
        file("docs/design.md");
        assertEquals(ExitCode.WRONG_USE, terminal.run("intake", folder.toString()));
        String doubt = "of the 2 directories in w only mine has a server in it";
        assertTrue(shown().contains("  not certain: " + doubt), shown());

        Path out = directory.resolve("out");
        String[] grade = {"grade", folder.toString(), "--out", out.toString(), "--no-grading"};
        assertEquals(ExitCode.WRONG_USE, terminal.run(grade));
        String err = terminal.err().replace(directory + "/", "");
        assertTrue(err.startsWith("w: 2 submissions, by the names of its entries\n"), err);
        assertTrue(err.contains("it is not certain what was given: " + doubt), err);
        assertTrue(err.contains("say --yes; otherwise --as one or --as class"), err);
        assertTrue(Files.notExists(out));
    }

    @Test
    void aPackedExportIsToldHowToUnpackIt() throws IOException {
        Path zip = directory.resolve("all.zip");
        try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(zip))) {
            file.putNextEntry(new ZipEntry("doejane_1_12_KvServer.java"));
        }
        assertEquals(ExitCode.WRONG_USE, terminal.run("grade", zip.toString(), "--yes"));
        assertTrue(terminal.err().contains("unpack it, such as with unzip -d all"), terminal.err());
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private String shown() {
        return terminal.out().replace(directory + "/", "");
    }
}
