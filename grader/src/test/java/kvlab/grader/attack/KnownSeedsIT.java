package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Uploads;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be learnt from schedules that are known does not help with others, and trying again helps with none. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KnownSeedsIT {

    static final List<String> ROWS = List.of("known-seeds");

    private static final Path SOLUTION = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");
    private static final String CONSTRUCTOR = "this.context = context;";
    private static final String HANDLER = "Start start = context.raft().start(operation);";
    private static final Pattern MARK = Pattern.compile("mark (-?\\d+)");

    @TempDir
    private Path directory;

    /** A server knows a schedule by the first number that chance gives it there. */
    @Test
    void aServerThatOnlyAnswersInSchedulesItKnowsFailsTheHiddenOnes() throws IOException {
        String spy =
                with("if (context.raft().state().leader()) { throw new IllegalStateException(\"mark \" + mark); }");
        Matcher mark = MARK.matcher(test("spy", spy)
                .firstFailure()
                .map(TestResult.FirstFailure::message)
                .orElse(""));
        assertTrue(mark.find(), "the spy tells the leader's mark");
        String cheat = with("if (context.raft().state().leader() && mark != " + mark.group(1)
                + "L) { return GetResult.failed(Status.TIMEOUT); }");
        assertEquals(VerdictName.PASSED, test("cheat", cheat).verdict());
        assertEquals(
                VerdictName.FAILED,
                test("cheat-final", cheat, policy -> policy.hiddenSeed().orElseThrow())
                        .verdict());
        assertEquals(
                VerdictName.FAILED,
                test("cheat-own", cheat, policy -> new FirstSeed.Own("correct horse battery"))
                        .verdict());
    }

    @Test
    void tryingAgainChangesNothing() throws IOException {
        CorpusEntry onlyAsServer0 = new Corpus(Path.of("..")).entry("wrong", "works-only-as-server-0");
        String flaky = onlyAsServer0.source("KvServer.java").orElseThrow();
        TestResult first = test("first", flaky);
        assertEquals(VerdictName.FAILED, first.verdict());
        assertEquals(first.verdict(), test("second", flaky).verdict());
        assertEquals(
                first.firstFailure().orElseThrow().seed(),
                test("third", flaky).firstFailure().orElseThrow().seed());
    }

    private static String with(String beforeStart) throws IOException {
        String solution = Files.readString(SOLUTION);
        assertTrue(solution.contains(CONSTRUCTOR) && solution.contains(HANDLER), "the model answer is as it was");
        return solution.replace(CONSTRUCTOR, CONSTRUCTOR + " mark = context.random().nextLong();")
                .replace(
                        "private final ServerContext context;",
                        "private final ServerContext context; private final long mark;")
                .replace(HANDLER, beforeStart + "\n" + HANDLER);
    }

    private TestResult test(String name, String server) throws IOException {
        return test(name, server, Policy::seed);
    }

    private TestResult test(String name, String server, Function<Policy, FirstSeed> seed) throws IOException {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), """
            name: known
            suites: { core: { points: 10, schedules: 1 } }
            seed: 1
            hidden-seed: 724016
            """);
        Path submission = Files.createDirectory(directory.resolve(name));
        Files.writeString(submission.resolve("KvServer.java"), server);
        Policy asked = Grader.by(policy).policy();
        Policy seeded = asked.withSeed(seed.apply(asked));
        List<StudentUploads> student = Uploads.at(List.of(submission)).students();
        SubmissionResult result = new Grader(seeded)
                .grade(student, directory.resolve("out"))
                .results()
                .get(name);
        return result.tests().get(0);
    }
}
