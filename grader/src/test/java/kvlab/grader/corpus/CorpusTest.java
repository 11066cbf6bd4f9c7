package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    private static final String BUG = "// bug: b\n// refused: r\n";

    @TempDir
    private Path home;

    private KitFixture kit;

    @BeforeEach
    void aKit() throws IOException {
        kit = new KitFixture(home);
    }

    @Test
    void isReadInTheOrderOfNamesWithTheModelAnswerAmongTheCorrect() throws IOException {
        kit.with("wrong/b", "KvServer.java", BUG)
                .with("wrong/a", "KvServer.java", BUG)
                .with("correct/c", "KvServer.java", "// Correct: c\n");
        assertEquals(List.of("a", "b"), names(kit.corpus().wrong()));
        assertEquals(
                List.of("c", "plain-clerk", "reference", "solution"),
                names(kit.corpus().correct()));
        assertEquals(
                "grader/src/test/corpus/wrong/a", kit.corpus().wrong().get(0).toString());
    }

    @Test
    void addsWhatItsSuitesNeedToWhatAnEntryHas() throws IOException {
        kit.with("wrong/clerk", "Clerk.java", BUG).with("wrong/server", "KvServer.java", BUG);
        List<CorpusEntry> wrong = kit.corpus().wrong();
        assertEquals(List.of("Clerk.java", "KvServer.java"), fileNames(wrong.get(0)));
        assertTrue(wrong.get(0).files().get(1).text().contains("class KvServer"));
        assertEquals(List.of("KvServer.java", "Clerk.java"), fileNames(wrong.get(1)));
        assertEquals(List.of("KvServer.java"), wrong.get(1).own());
    }

    @Test
    void addsNothingThatNoSuiteNeeds() throws IOException {
        kit.with("wrong/raft", "StudentRaft.java", BUG)
                .with("correct/core", "KvServer.java", "// Correct: c\n// only core: o\n");
        assertEquals(List.of("StudentRaft.java"), fileNames(kit.corpus().wrong().get(0)));
        assertEquals(List.of("KvServer.java"), fileNames(kit.corpus().correct().get(0)));
    }

    @Test
    void aSubmissionDoesNotContainItsHeader() throws IOException {
        kit.with("wrong/x", "KvServer.java", BUG + "package lab;\n// not the header\n");
        assertEquals(
                Optional.of("package lab;\n// not the header\n"),
                kit.corpus().wrong().get(0).source("KvServer.java"));
        assertFalse(kit.corpus()
                .entry("base", "reference")
                .source("KvServer.java")
                .orElseThrow()
                .contains("// Correct"));
    }

    @Test
    void anEntryCanBeItsDifferenceFromABase() throws IOException {
        kit.with("base/b", "Clerk.java", "// Correct: c\nclass Clerk {\n    int patience = 5;\n}\n")
                .withDiff("wrong/x", """
                // bug C05: b
                // caught by extended 8: c
                --- base/b/Clerk.java
                +++ Clerk.java
                @@ -1,4 +1,4 @@
                 // Correct: c
                 class Clerk {
                -    int patience = 5;
                +    int patience = 0;
                 }
                """);
        CorpusEntry entry = kit.corpus().wrong().get(0);
        assertEquals("x", entry.name());
        assertEquals("grader/src/test/corpus/wrong/x.diff", entry.place());
        assertEquals(List.of("C05"), entry.bugs());
        assertEquals(List.of(new Expectation.CaughtBy("extended", 8, "c")), entry.expectations());
        assertEquals(List.of("Clerk.java"), entry.own());
        assertEquals(Optional.of("class Clerk {\n    int patience = 0;\n}\n"), entry.source("Clerk.java"));
        assertTrue(entry.source("KvServer.java").isPresent());
    }

    @Test
    void saysWhichDiffDoesNotApply() throws IOException {
        kit.withDiff("wrong/x", """
                // bug C05: b
                // caught by extended 8: c
                --- base/plain-clerk/Clerk.java
                +++ Clerk.java
                @@ -1,2 +1,2 @@
                -class Clerk {
                +class Client {
                 }
                """);
        assertMalformed("wrong/x.diff: hunk @@ -1,2 +1,2 @@ of Clerk.java does not apply");
    }

    @Test
    void saysWhichDiffHasNoHeader() throws IOException {
        kit.with("base/b", "Clerk.java", "// Correct: c\na\n")
                .withDiff(
                        "wrong/x", "--- base/b/Clerk.java\n+++ Clerk.java\n@@ -1,2 +1,2 @@\n // Correct: c\n-a\n+b\n");
        assertMalformed("wrong/x.diff: it does not begin with a header");
    }

    @Test
    void saysWhichEntryIsThereTwice() throws IOException {
        kit.with("wrong/x", "KvServer.java", BUG).withDiff("wrong/x", BUG);
        assertMalformed("wrong/x.diff: this entry is a directory as well");
    }

    @Test
    void saysWhichFileIsNoEntry() throws IOException {
        kit.with("wrong", "KvServer.java", BUG);
        assertMalformed("wrong/KvServer.java: an entry is a file NAME.diff, or a directory");
    }

    @Test
    void isTestedByTheSuitesThatUseItsFiles() throws IOException {
        kit.with("wrong/clerk", "Clerk.java", BUG)
                .with("wrong/raft", "StudentRaft.java", BUG)
                .with("correct/core", "KvServer.java", "// Correct: c\n// only core: o\n");
        kit.corpus().wrong().forEach(entry -> assertFalse(entry.suites().contains("core"), entry.toString()));
        assertEquals(List.of("core"), kit.corpus().correct().get(0).suites());
        assertTrue(kit.corpus().solution().suites().contains("core"));
    }

    @Test
    void isThereOnlyInTheInstructorsKit() {
        assertTrue(kit.corpus().exists());
        assertFalse(new Corpus(home.resolve("solution")).exists());
    }

    @Test
    void saysWhichEntryIsOfTheOtherKind() throws IOException {
        kit.with("correct/x", "KvServer.java", BUG);
        assertMalformed("correct/x: an entry in this directory begins with \"// Correct: \"");
    }

    @Test
    void saysWhichEntryHasNoHeader() throws IOException {
        kit.with("wrong/x", "KvServer.java", "package lab;\n");
        assertMalformed("wrong/x: it does not begin with a header");
    }

    @Test
    void saysWhichEntryHasTwoHeaders() throws IOException {
        kit.with("wrong/x", "Clerk.java", BUG).with("wrong/x", "KvServer.java", BUG);
        assertMalformed("wrong/x/KvServer.java:1: another file of this entry has a header already");
    }

    @Test
    void saysWhichEntryDoesNotSayWhatMustComeOfIt() throws IOException {
        kit.with("wrong/x", "KvServer.java", "// bug: b\n");
        assertMalformed("wrong/x: its header does not say which test must catch it");
    }

    @Test
    void saysWhichEntryIsRefusedAndYetCaught() throws IOException {
        kit.with("wrong/x", "KvServer.java", BUG + "// caught by core 1: c\n");
        assertMalformed("wrong/x: what is refused before the first test cannot be caught");
    }

    @Test
    void saysWhichFileHasNoPlaceInAnEntry() throws IOException {
        kit.with("wrong/x", "KvServer.java", BUG).with("wrong/x", "Store.java", "");
        assertMalformed("wrong/x/Store.java: an entry consists of KvServer.java");
    }

    private void assertMalformed(String message) {
        MalformedEntryException malformed = assertThrows(MalformedEntryException.class, () -> {
            kit.corpus().wrong();
            kit.corpus().correct();
        });
        assertTrue(malformed.getMessage().startsWith(Corpus.PLACE + "/" + message), malformed.getMessage());
    }

    private static List<String> names(List<CorpusEntry> entries) {
        return entries.stream().map(CorpusEntry::name).toList();
    }

    private static List<String> fileNames(CorpusEntry entry) {
        return entry.files().stream().map(SourceFile::name).toList();
    }
}
