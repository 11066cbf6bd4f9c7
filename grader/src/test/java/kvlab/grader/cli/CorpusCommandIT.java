package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import kvlab.grader.corpus.KitFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a corpus on disk to the table, with the model answer in the parts of right and wrong. */
class CorpusCommandIT {
    private static final String HOME = "kvlab.home";

    @TempDir
    private Path home;

    private final Terminal terminal = new Terminal();
    private final String homeBefore = System.getProperty(HOME);
    private KitFixture kit;

    @BeforeEach
    void aKit() throws IOException {
        kit = new KitFixture(home);
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void giveBack() {
        System.setProperty(HOME, homeBefore);
    }

    @Test
    void whatIsAsExpectedIsWorthAnExitOfZero() throws IOException {
        kit.withoutServerClass("wrong/no-class", "// bug S04: no class\n// refused: There is no class lab.KvServer\n");
        kit.withModelAnswer("correct/for-the-core", "// Correct: all of it\n// only core: to be quick\n");
        assertEquals(ExitCode.OK, run("no-class", "for-the-core"));
        assertPrints("""
                  bug  wrong submission    caught by (test: first seed)
                  S04  no-class            refused before the first test

                       correct submission  passed schedules of
                       for-the-core        core: all 90

                wrong: 1 of 1 caught within 100 schedules; correct: 1 of 1 passed; 90 schedules run
                """);
    }

    @Test
    void whatNoTestCatchesIsMarkedAndWorthAnExitOfOne() throws IOException {
        kit.withModelAnswer("wrong/nothing-is-wrong", "// bug: none\n// caught by core 1: a loss\n");
        assertEquals(ExitCode.TEST_FAILED, run("nothing-is-wrong"));
        assertPrints("""
                  bug  wrong submission    caught by (test: first seed)
                !      nothing-is-wrong    NOT CAUGHT

                Expected, but not met:
                ! grader/src/test/corpus/wrong/nothing-is-wrong: core 1 did not catch it in 100 schedules; it should, \
                because "a loss"

                wrong: 0 of 1 caught within 100 schedules; correct: 0 of 0 passed; 100 schedules run
                """);
    }

    @Test
    void inFullEveryTestIsCounted() throws IOException {
        kit.withThrowingServer("wrong/throws", "// bug S13: b\n// caught by core 8: threw IllegalStateException\n");
        assertEquals(ExitCode.OK, run("--full", "S13"));
        assertTable("""
                  bug  wrong submission    caught by (test: first seed)
                  S13  throws              core 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1
                """);
        assertTable("""
                In how many of 100 schedules each test of suite core caught it (2/5: the fifth had to be stopped, and was \
                the last):
                  bug  wrong submission         1     2     3     4     5     6     7     8     9
                  S13  throws                 100   100   100   100   100   100   100   100   100

                """);
    }

    @Test
    void namesAndIdsChooseEntries() throws IOException {
        kit.withoutServerClass("wrong/one", "// bug S04: b\n// refused: There is no class\n");
        kit.withoutServerClass("wrong/two", "// bug S05: b\n// refused: There is no class\n");
        assertEquals(ExitCode.OK, run("S05"));
        assertTrue(terminal.out().contains("S05  two"));
        assertFalse(terminal.out().contains("S04  one"));
    }

    @Test
    void anUnknownNameIsWrongUse() {
        assertWrongUse("there is no S99 in the corpus", "S99");
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsToldWithItsFileAndLine() throws IOException {
        kit.withModelAnswer("wrong/x", "// bug S04: b\n// caught by 4: x\n");
        assertWrongUse("grader/src/test/corpus/wrong/x/KvServer.java:2: \"// caught by 4: x\" is not understood");
    }

    @Test
    void aKitWithoutACorpusIsNotAnInstructors() {
        System.setProperty(HOME, home.resolve("solution").toString());
        assertWrongUse("the corpus is part of the instructor's kit");
    }

    private void assertTable(String part) {
        assertTrue(terminal.out().contains(part), terminal.out());
    }

    private void assertPrints(String table) {
        assertEquals(table, terminal.out());
    }

    private void assertWrongUse(String message, String... args) {
        assertEquals(ExitCode.WRONG_USE, run(args));
        assertTrue(terminal.err().contains(message), terminal.err());
    }

    private int run(String... args) {
        String[] command = new String[args.length + 1];
        command[0] = "corpus";
        System.arraycopy(args, 0, command, 1, args.length);
        return terminal.run(command);
    }
}
