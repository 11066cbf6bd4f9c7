package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.DifferenceAlone;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.submission.CodeWithoutRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that share memory in ways that a rule refuses elsewhere. Here no rule is applied: each passes a schedule with
 * several leaders, and is refused since it runs differently where each server has classes of its own.
 */
class IsolationAttacksTest {

    private static final Path SHARED = Attack.HOME.resolve("isolation").resolve("AnswersFromMemory.java");
    private static final TestCase SEVERAL_LEADERS =
            LabSuite.named("core").orElseThrow().test(5);
    private static final long SEED = 7;

    static Stream<Attack> attacks() {
        return Attack.of("isolation").stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void passesTogetherAndIsRefusedByTheDifference(Attack attack) throws IOException {
        Verdict verdict = new DifferenceAlone(CodeWithoutRules.load(compiled(attack))).verdict(SEVERAL_LEADERS, SEED);
        assertEquals(List.of("refused"), attack.expected().verdicts());
        assertInstanceOf(Verdict.Refused.class, verdict);
        attack.expected().says().forEach(part -> assertTrue(verdict.message().contains(part), verdict.message()));
    }

    private static ClassLoader compiled(Attack attack) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : List.of(attack.directory().resolve("KvServer.java"), SHARED)) {
            sources.add(new SourceFile(file.getFileName().toString(), Files.readString(file)));
        }
        Compilation compilation = new SubmissionCompiler().compile(sources);
        return new SubmissionClassLoader(
                assertInstanceOf(Compilation.Compiled.class, compilation).classes());
    }
}
