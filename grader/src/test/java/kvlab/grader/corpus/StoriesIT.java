package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.execute.LabSuite;
import kvlab.postmortem.Postmortem;
import kvlab.record.Recording;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** What stories say, and to whom. The handout shows how a bug is found by its story: that is what the tests print today. */
class StoriesIT {
    private static final Path CHAPTER = TestKit.HOME.resolve("handout/src/main/markdown/14-from-failure-to-mended.md");

    /** The seed may be a hidden one; where it may be known, the result has a replay line of its own. */
    @Test
    void theStoryInAResultDoesNotSayItsSeed() throws Postmortem.NotExplained {
        CorpusEntry entry = TestKit.CORPUS.entry("wrong", "no-duplicate-elimination");
        TestCase test = LabSuite.named("extended").orElseThrow().test(3);
        LoadedSubmission submission = LoadedEntry.load(entry.files(), List.of("extended"), new World())
                .submission(test.suite());
        Verdict.Failed failed = (Verdict.Failed) submission.run(test, 1, Recording.OFF);
        Postmortem postmortem = Postmortem.of(submission, test, 1, failed);
        assertTrue(postmortem.text("./kvlab test").contains("./kvlab replay extended/3/1~"));
        assertFalse(postmortem.text().contains("extended/3/1"), postmortem.text());
        assertTrue(postmortem.text().contains("What went wrong: "), postmortem.text());
    }

    @Test
    void theStoryInTheHandoutIsReal() throws IOException, Postmortem.NotExplained {
        CorpusEntry entry = TestKit.CORPUS.entry("wrong", "any-server-answers-reads");
        TestCase test = LabSuite.named("core").orElseThrow().test(4);
        LoadedSubmission submission =
                LoadedEntry.load(entry.files(), List.of("core"), new World()).submission(test.suite());
        Verdict.Failed failed = (Verdict.Failed) submission.run(test, 1, Recording.OFF);
        String printed = "TEST 4 Failed: " + failed.message() + "\n"
                + "  replay: ./kvlab test --test 4 --seed 1 --edition "
                + test.suite().edition() + "\n"
                + Postmortem.of(submission, test, 1, failed)
                        .text("./kvlab test")
                        .indent(2)
                + failed.detail().indent(4);
        assertTrue(Files.readString(CHAPTER).contains(printed), printed);
    }
}
