package kvlab.grader.grade.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.check.CompileError;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void theFileHoldsAllThatWasDecidedAndNothingThatChangesFromRunToRun() throws IOException {
        Path file = ResultDirectory.open(directory.resolve("out")).write(ResultFixture.halfRight("al ice"));
        assertEquals("""
            {
              "schema" : "kvlab/result/2",
              "submission" : "al_ice-b004096a",
              "owner" : {
                "name" : "al ice",
                "id" : "",
                "email" : "",
                "section" : ""
              },
              "path" : "al ice",
              "origin" : {
                "form" : "directory",
                "branch" : "",
                "commit" : "",
                "date" : null
              },
              "handedIn" : null,
              "deadline" : null,
              "lateDays" : 0,
              "terms" : {
                "policy" : "two",
                "title" : "Two tests",
                "seed" : 1,
                "ownSeed" : false,
                "hiddenSeed" : false,
                "repeatedRuns" : {
                  "rule" : "all-must-pass"
                },
                "maxScore" : 5,
                "maxExtraCredit" : 0,
                "wholeNumberScale" : 10
              },
              "score" : 2.5,
              "possibleScore" : 2.5,
              "decided" : true,
              "tests" : [ {
                "suite" : "core",
                "edition" : EDITION,
                "number" : 1,
                "title" : "Test 1",
                "verdict" : "passed",
                "schedules" : 100,
                "schedulesRun" : 100,
                "failedSchedules" : 0,
                "undecidedSchedules" : 0,
                "points" : 2.5,
                "maxPoints" : 2.5,
                "extraCredit" : 0,
                "maxExtraCredit" : 0,
                "studentsSee" : "everything",
                "firstFailure" : null
              }, {
                "suite" : "core",
                "edition" : EDITION,
                "number" : 2,
                "title" : "Test 2",
                "verdict" : "timed out",
                "schedules" : 100,
                "schedulesRun" : 7,
                "failedSchedules" : 3,
                "undecidedSchedules" : 0,
                "points" : 0,
                "maxPoints" : 2.5,
                "extraCredit" : 0,
                "maxExtraCredit" : 0,
                "studentsSee" : "everything",
                "firstFailure" : {
                  "seed" : 4,
                  "diagnostic" : {
                    "code" : "test.saying",
                    "arguments" : {
                      "sentence" : "stands \\u001B[31mstill"
                    },
                    "place" : null,
                    "message" : "stands \\u001B[31mstill"
                  },
                  "detail" : "at KvServer.put",
                  "replay" : "./kvlab test 'al ice' --test 2 --seed 4 --edition EDITION"
                }
              } ],
              "compileErrors" : [ ],
              "files" : {
                "changed" : [ ],
                "added" : [ ],
                "deleted" : [ ]
              },
              "information" : null,
              "adjustments" : [ ],
              "review" : [ ],
              "notes" : [ ],
              "sandbox" : {
                "code" : "sandbox.none",
                "arguments" : {
                  "why" : "this is a test"
                },
                "place" : null,
                "message" : "no sandbox: this is a test"
              },
              "key" : "key of al ice"
            }
            """.replace("EDITION", ResultFixture.EDITION), Files.readString(file));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        List<SubmissionResult> written = List.of(
                ResultFixture.informed(ResultFixture.halfRight("alice")),
                ResultFixture.extraCredit("anna"),
                ResultFixture.by(
                        PolicyFixture.firstTests(1, """
                            name: one
                            suites: { core: { points: 2.5, students-see: verdict } }
                            due: { at: 2026-12-04 23:59, zone: UTC }
                            late: { percent-per-day: 10, most-days: 3 }
                            """),
                        "bob",
                        1,
                        List.of(new CompileError(
                                "compiler.err.expected", "KvServer.java", 3, 7, "';' expected\n  here", "int x")),
                        new Verdict.Passed()));
        for (SubmissionResult result : written) {
            results.write(result);
        }
        assertEquals(new ResultDirectory.Contents(written, List.of()), results.readAll());
    }

    @Test
    void writingLeavesOnlyFinishedFilesBehind() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        results.write(ResultFixture.halfRight("alice"));
        results.write(ResultFixture.passed("alice"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("alice.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** As drafts of writers that were killed, and of one that is at work on another submission. */
    @Test
    void theNextWriterClearsAwayWhatAKilledOneLeftOfTheSameSubmissionAndNothingElse() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        String mark = "0123456789abcdef";
        Files.writeString(directory.resolve(".alice." + mark + ".draft"), "{");
        Files.writeString(directory.resolve(".alice.b." + mark + ".draft"), "{");
        Files.writeString(directory.resolve(".alice2." + mark + ".draft"), "{");
        assertEquals(List.of(), results.readAll().results());
        results.write(ResultFixture.passed("alice"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of(".alice.b." + mark + ".draft", ".alice2." + mark + ".draft", "alice.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(1, results.readAll().results().size());
    }

    @Test
    void aFileThatIsNoResultIsNamedAndCostsTheOthersNothing() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        SubmissionResult bob = ResultFixture.halfRight("bob");
        results.write(bob);
        Path file = results.write(ResultFixture.passed("alice"));
        String right = Files.readString(file);
        for (String wrong : List.of(
                "",
                "{}",
                "null",
                "\0".repeat(right.length()),
                right.substring(0, right.length() / 2),
                right + right,
                right.replace("kvlab/result/2", "kvlab/result/9"),
                right.replace("kvlab/result/2", "result"),
                right.replace("\"score\" : 5", "\"score\" : \"many\""),
                right.replace("\"score\" : 5", "\"score\" : \"5\""),
                right.replace("\"score\" : 5", "\"score\" : null"),
                right.replace("\"score\" : 5", "\"score\" : 5, \"score\" : 5"),
                right.replace("\"score\" : 5", "\"score\" : 5, \"comment\" : \"was 4\""),
                right.replace("\"number\" : 1", "\"number\" : 1.5"),
                right.replace("\"number\" : 1", "\"number\" : \"1\""),
                right.replace("\"score\" : 5", "\"score\" : 5e999999999"),
                right.replace("\"points\" : 2.5", "\"points\" : 25e-99999999"),
                right.replace("\"tests\" : [ {", "\"tests\" : [ null, {"),
                right.replace("\"key\"", "\"lock\""))) {
            assertNotEquals(right, wrong);
            Files.writeString(file, wrong);
            ResultDirectory.Contents contents = results.readAll();
            assertEquals(List.of(bob), contents.results(), wrong);
            assertEquals(
                    List.of(file),
                    contents.unusable().stream()
                            .map(ResultDirectory.Unusable::file)
                            .toList(),
                    wrong);
            assertEquals(contents.unusable(), results.read("alice").unusable());
            String reason = contents.unusable().get(0).reason();
            assertTrue(!reason.isBlank() && reason.lines().count() == 1, reason);
        }
    }

    @Test
    void aResultUnderAnothersNameIsNobodys() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        Files.move(results.write(ResultFixture.passed("alice")), directory.resolve("bob.json"));
        assertEquals(
                "it is the result of alice",
                results.read("bob").unusable().get(0).reason());
        assertEquals(new ResultDirectory.Contents(List.of(), List.of()), results.read("alice"));
    }

    @Test
    void whatCannotBeReadAtAllIsDamagedToo() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        Files.createDirectory(directory.resolve("alice.json"));
        Files.createSymbolicLink(directory.resolve("bob.json"), Path.of("nowhere"));
        assertEquals(
                List.of("alice", "bob"),
                results.readAll().unusable().stream()
                        .map(ResultDirectory.Unusable::submission)
                        .toList());
        assertEquals(1, results.read("bob").unusable().size());
    }

    @Test
    void whatIsSetAsideIsKeptAndTakenForNoResult() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        List<String> texts = List.of("first", "second", "third");
        for (String text : texts) {
            Files.writeString(directory.resolve("alice.json"), text);
            Path aside = results.setAside(results.read("alice").unusable().get(0));
            assertEquals(text, Files.readString(aside));
        }
        assertEquals(new ResultDirectory.Contents(List.of(), List.of()), results.readAll());
        assertEquals(List.of(), results.submissions());
        for (int copy = 0; copy < texts.size(); copy++) {
            String name = "alice.json.damaged" + List.of("", "-2", "-3").get(copy);
            assertEquals(texts.get(copy), Files.readString(directory.resolve(name)));
        }
    }

    @Test
    void aResultOfAnotherVersionIsNotTakenForDamagedAndKeepsItsNameForAnOldOne() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        String old = "{ \"schema\" : \"kvlab/result/1\", \"submission\" : \"alice\", \"score\" : 5 }";
        Files.writeString(directory.resolve("alice.json"), old);
        ResultDirectory.Unusable unusable = results.readAll().unusable().get(0);
        assertTrue(unusable.otherVersion());
        assertEquals("it is of kvlab/result/1", unusable.reason());
        Path aside = results.setAside(unusable);
        assertEquals("alice.json.old", aside.getFileName().toString());
        assertEquals(old, Files.readString(aside));
    }

    @Test
    void theMessageInAFileIsForOthersAndNotRead() throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        SubmissionResult written = ResultFixture.halfRight("alice");
        Path file = results.write(written);
        String text = Files.readString(file);
        Files.writeString(
                file, text.replaceFirst("\"message\" : \"stands[^\"]*\"", "\"message\" : \"another sentence\""));
        assertNotEquals(text, Files.readString(file));
        assertEquals(List.of(written), results.read("alice").results());
    }
}
