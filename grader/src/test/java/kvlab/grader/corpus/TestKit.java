package kvlab.grader.corpus;

import java.nio.file.Path;
import java.util.List;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.TestCase;

/** This kit, as Surefire sees it from the module's directory. */
final class TestKit {
    static final Path HOME = Path.of("..");
    static final Corpus CORPUS = new Corpus(HOME);

    private TestKit() {}

    /** The nine tests, in order. */
    static List<TestCase> coreTests() {
        return LabSuite.named("core").orElseThrow().tests();
    }
}
