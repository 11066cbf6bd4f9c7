package kvlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.run.Seeds;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.run.TestOutcome;
import kvlab.grader.score.Score;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Policy TWO_TESTS = twoTests();

    @TempDir
    private Path directory;

    @Test
    void theFileHoldsAllThatWasDecidedAndNothingThatChangesFromRunToRun() throws IOException {
        Path file = ResultDirectory.open(directory.resolve("out")).write(TWO_TESTS, halfRight("alice"));
        assertEquals("""
            {
              "schema" : "kvlab/result/1",
              "submission" : "alice",
              "score" : 2.5,
              "maxScore" : 5,
              "decided" : true,
              "suite" : "core",
              "seed" : 1,
              "schedules" : 100,
              "tests" : [ {
                "number" : 1,
                "title" : "Basic kv operations",
                "verdict" : "passed",
                "schedules" : 100,
                "schedulesRun" : 100,
                "failedSchedules" : 0,
                "points" : 2.5,
                "maxPoints" : 2.5,
                "suite" : "core",
                "extraCredit" : 0,
                "maxExtraCredit" : 0,
                "reason" : "100 of 100 schedules passed; a test earns its points if all its schedules pass: 2.5 of 2.5"
              }, {
                "number" : 2,
                "title" : "Concurrent kv operations",
                "verdict" : "timed out",
                "schedules" : 100,
                "schedulesRun" : 7,
                "failedSchedules" : 3,
                "points" : 0,
                "maxPoints" : 2.5,
                "suite" : "core",
                "extraCredit" : 0,
                "maxExtraCredit" : 0,
                "reason" : "4 of 100 schedules passed; a test earns its points if all its schedules pass: 0 of 2.5",
                "firstFailure" : {
                  "seed" : 4,
                  "message" : "stands \\u001B[31mstill",
                  "detail" : "at KvServer.put",
                  "replay" : "./kvlab test 'al ice' --test 2 --seed 4"
                }
              } ],
              "compileErrors" : [ ],
              "policy" : "two",
              "possibleScore" : 2.5,
              "maxExtraCredit" : 0,
              "adjustments" : [ ],
              "review" : [ ],
              "sandbox" : "no sandbox: this is a test"
            }
            """, Files.readString(file));
    }

    @Test
    void writingLeavesOnlyFinishedFilesBehind() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        results.write(TWO_TESTS, halfRight("alice"));
        results.write(TWO_TESTS, halfRight("alice"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("alice.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void theTableHasALineForEachSubmissionAndTheFirstReasonForLostPoints() {
        assertEquals("""
            submission      1     2  score
            alice          ok  HANG  2.5 / 5
            alice: test 2 timed out in 3 of 7 schedules: stands ?[31mstill
            """, new GradeTable(TWO_TESTS).render(List.of(halfRight("alice"))));
    }

    @Test
    void submissionsOfTheSameNameGetNamesOfTheirOwn() {
        SubmissionNames names = new SubmissionNames();
        assertEquals("alice", names.distinct("alice"));
        assertEquals("alice-2", names.distinct("alice-2"));
        assertEquals("Alice-3", names.distinct("Alice"));
        assertEquals("alice-4", names.distinct("alice"));
    }

    @Test
    void noNameLeadsOutOfTheDirectoryOrHidesInIt() {
        for (String hostile : List.of("..", "../etc/passwd", ".hidden", "a/b", "=cmd()", "a\u001B[31m\n", "-rf", "")) {
            String name = new SubmissionNames().distinct(hostile);
            assertTrue(name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"), hostile + " became " + name);
        }
    }

    private static Graded halfRight(String name) {
        Verdict hang = new Verdict.TimedOut("stands \u001B[31mstill", "at KvServer.put");
        SubmissionOutcome outcome = new SubmissionOutcome(
                new Seeds(1, 100),
                List.of(
                        new TestOutcome(1, "Basic kv operations", 100, 100, 0, 0, Optional.empty()),
                        new TestOutcome(
                                2,
                                "Concurrent kv operations",
                                100,
                                7,
                                3,
                                0,
                                Optional.of(new TestOutcome.Failure(4, hang)))),
                List.of(),
                "no sandbox: this is a test");
        return new Graded(name, "al ice", outcome, Score.of(TWO_TESTS, outcome, 0));
    }

    private static Policy twoTests() {
        return PolicyFixture.firstTests(2, "name: two\nsuites: { core: { points: 2.5 } }");
    }
}
