package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.corpus.Expectation;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Submissions that do nothing forbidden, right and wrong ones, are left alone. */
class CorpusKeepsTheRulesIT {

    /** The top of the kit: tests run in the grader's directory. */
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    /** Hides a blocking call from the harness, to show that the watchdog sees it all the same. */
    private static final String BLOCKS_BY_REFLECTION = "blocks-the-thread-unseen";

    static Stream<CorpusEntry> ordinary() {
        Corpus corpus = new Corpus(HOME);
        return Stream.concat(corpus.correct().stream(), corpus.wrong().stream())
                .filter(entry -> !entry.name().equals(BLOCKS_BY_REFLECTION))
                .filter(entry -> entry.expectations().stream().noneMatch(Expectation.Refused.class::isInstance));
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void anEntryThatIsNotAboutTheRulesKeepsThem(CorpusEntry entry) {
        assertEquals(List.of(), findings(entry.files()));
    }

    @Test
    void theSkeletonKeepsThem() {
        assertEquals(
                List.of(),
                findings(new Intake()
                        .read(HOME.resolve("skeleton"))
                        .orThrow(AssertionError::new)
                        .files()));
    }

    private static List<Diagnostic> findings(List<SourceFile> files) {
        Compilation.Compiled compiled =
                assertInstanceOf(Compilation.Compiled.class, new SubmissionCompiler().compile(files));
        return new Rules(AllowList.standard()).findings(compiled.classes());
    }
}
