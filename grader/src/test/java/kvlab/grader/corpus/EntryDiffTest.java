package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryDiffTest {
    private static final Map<String, String> BASES = Map.of(
            "base/a/KvServer.java", "one\ntwo\nthree\n\nfour\nfive\nsix\nseven\neight\n",
            "base/b/Clerk.java", "un\ndeux\n");

    private static final String START = "--- base/a/KvServer.java\n+++ KvServer.java\n";
    private static final String HUNK = "@@ -2,3 +2,3 @@\n two\n-three\n+drei\n \n";

    @Test
    void changesWhatItSaysAndNothingElse() {
        assertEquals(
                Map.of(LabFile.KV_SERVER, "one\ntwo\ndrei\n\nfour\nfive\nsix\nseven\neight\n"), apply(START + HUNK));
    }

    @Test
    void hunksMayAddAndRemoveLines() {
        String diff = START + "@@ -1,2 +1,3 @@\n+zero\n one\n two\n@@ -7,3 +8,2 @@\n six\n-seven\n eight\n";
        assertEquals(Map.of(LabFile.KV_SERVER, "zero\none\ntwo\nthree\n\nfour\nfive\nsix\neight\n"), apply(diff));
    }

    @Test
    void severalFilesFollowEachOther() {
        Map<LabFile, String> files =
                apply(START + HUNK + "--- base/b/Clerk.java\n+++ Clerk.java\n@@ -1,2 +1,2 @@\n-un\n+eins\n deux\n");
        assertEquals(List.of(LabFile.KV_SERVER, LabFile.CLERK), List.copyOf(files.keySet()));
        assertEquals("eins\ndeux\n", files.get(LabFile.CLERK));
    }

    @Test
    void mayHaveLostTheSpaceOfAnEmptyLine() {
        assertEquals(apply(START + HUNK), apply(START + HUNK.replace("\n \n", "\n\n")));
    }

    @Test
    void anEmptyDiffIsRefused() {
        assertMalformed("after the header comes a diff that begins with", "");
        assertMalformed("the diff of KvServer.java is empty", START);
        assertMalformed(
                "hunk @@ -1,2 +1,2 @@ of KvServer.java changes nothing", START + "@@ -1,2 +1,2 @@\n one\n two\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -3,3 +3,3 @@\n two\n-three\n+drei\n \n",
                "@@ -2,3 +2,3 @@\n deux\n-three\n+drei\n \n",
                "@@ -2,3 +2,3 @@\n two\n-trois\n+drei\n \n",
                "@@ -90,3 +90,3 @@\n two\n-three\n+drei\n \n"
            })
    void aHunkMustBeExactlyWhereItSays(String hunk) {
        String range = hunk.lines().findFirst().orElseThrow();
        assertMalformed(
                "hunk " + range + " of KvServer.java does not apply: base/a/KvServer.java has other lines there",
                START + hunk);
    }

    @Test
    void hunksDoNotOverlap() {
        assertMalformed("overlap", START + HUNK + "@@ -3,2 +3,2 @@\n three\n-\n+x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -2,4 +2,3 @@\n two\n-three\n+drei\n \n",
                "@@ -2,3 +2,3 @@\n two\n-three\n+drei\n",
                "@@ -7,2 +7,2 @@\n six\n-seven\n+sept\n@@ -1,2 +1,2 @@\n-one\n+un\n two\n"
            })
    void aHunkMustHaveTheLinesThatItSays(String hunks) {
        assertMalformed("but says that they are", START + hunks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index 1..2\n",
                "@@ -2,3 +2,3 @@ class KvServer {\n two\n-three\n+drei\n \n",
                HUNK + "\\ No newline at end of file\n"
            })
    void everyLineMustBelongToTheDiff(String lines) {
        assertMalformed("has a line that belongs to no diff", START + lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--- base/c/KvServer.java\n+++ KvServer.java\n",
                "--- base/a/KvServer.java\n+++ Store.java\n",
                "--- base/../secret.java\n+++ KvServer.java\n",
                "--- a/base/a/KvServer.java\n+++ b/KvServer.java\n",
                "diff --git a b\n--- base/a/KvServer.java\n+++ KvServer.java\n"
            })
    void bothFilesMustBeKnown(String start) {
        assertThrows(MalformedEntryException.class, () -> apply(start + HUNK));
    }

    private static void assertMalformed(String message, String diff) {
        MalformedEntryException malformed = assertThrows(MalformedEntryException.class, () -> apply(diff));
        assertTrue(malformed.getMessage().startsWith("wrong/x.diff: "), malformed.getMessage());
        assertTrue(malformed.getMessage().contains(message), malformed.getMessage());
    }

    private static Map<LabFile, String> apply(String diff) {
        return new EntryDiff("wrong/x.diff", path -> Optional.ofNullable(BASES.get(path)))
                .apply(diff.lines().toList());
    }
}
