package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Depends on the real scenarios: the whole way from directories to files, with the model answer among the bad. */
class GradeCommandIT {

    private static final Path SOLUTION = Path.of("..", "solution");

    @TempDir
    private Path directory;

    @Test
    void badSubmissionsCostTheirNeighboursNothing() throws IOException {
        Path broken = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(broken.resolve("KvServer.java"), "package lab;\nclass KvServer {");
        Path empty = Files.createDirectories(directory.resolve("empty"));

        assertEquals(ExitCode.OK, grade("out", broken, SOLUTION, empty));

        assertEquals(List.of("refused"), verdicts("out", "broken"));
        assertEquals(List.of("passed"), verdicts("out", "solution"));
        assertEquals(List.of("refused"), verdicts("out", "empty"));
        assertEquals(90, result("out", "solution").get("score").asInt());
    }

    @Test
    void theSameSubmissionGivesTheSameFile() throws IOException {
        grade("first", SOLUTION);
        grade("second", SOLUTION);
        assertEquals(result("first", "solution"), result("second", "solution"));
    }

    @Test
    void aPolicyMayAskForSeveralSuitesWithSchedulesOfTheirOwn() throws IOException {
        Path policy = Files.writeString(directory.resolve("both.yaml"), """
            name: both
            suites:
              extended: { extra-credit: 2.5, schedules: 1 }
              core: { points: 0.1, schedules: 1, tests: { 2: { points: 0.2, schedules: 2 } } }
            not-building: { at-most-percent: 50 }
            """);
        Path broken = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(broken.resolve("KvServer.java"), "package lab;\nclass KvServer {");
        int exitCode = KvlabCommand.run(
                "grade",
                "--policy",
                policy.toString(),
                "--out",
                directory.resolve("out").toString(),
                SOLUTION.toString(),
                broken.toString());

        assertEquals(ExitCode.OK, exitCode);
        JsonNode solution = result("out", "solution");
        assertEquals(List.of("passed"), verdicts("out", "solution"));
        assertEquals("38.5", solution.get("score").asString());
        assertEquals("1", solution.get("terms").get("maxScore").asString());
        assertEquals("extended", solution.get("tests").get(0).get("suite").asString());
        assertEquals(24, solution.get("tests").size());
        assertEquals(2, solution.get("tests").get(16).get("schedulesRun").asInt());
        JsonNode refused = result("out", "broken");
        assertEquals("0", refused.get("score").asString());
        assertEquals(1, refused.get("review").size());
        assertEquals(1, refused.get("compileErrors").size());
    }

    @Test
    void aPolicyMayAllowMoreOfJavaThanTheStandardList() throws IOException {
        Path curious = Files.createDirectories(directory.resolve("curious"));
        Files.copy(SOLUTION.resolve("src/main/java/lab/KvServer.java"), curious.resolve("KvServer.java"));
        Files.writeString(curious.resolve("Sums.java"), """
            package lab;

            class Sums {
                static Object of(byte[] bytes) {
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(bytes);
                    String text = new java.util.Scanner("" + sum.getValue()).next();
                    Object block = Character.UnicodeBlock.of(text.charAt(0));
                    return new java.text.StringCharacterIterator(text + block);
                }
            }
            """);
        String suite =
                "files: { allowed: [KvServer.java, Sums.java] }\nsuites: { core: { points: 0, schedules: 1, tests: { 1: { points: 1 } } } }\n";
        String allow = "api: { allow: [java.util.zip.*, java.util.Scanner, 'java.lang.Character$UnicodeBlock#of',"
                + " 'java.text.StringCharacterIterator#<init>'] }\n";
        Path strict = Files.writeString(directory.resolve("strict.yaml"), "name: strict\n" + suite);
        Path generous = Files.writeString(directory.resolve("generous.yaml"), "name: generous\n" + suite + allow);

        KvlabCommand.run("grade", "--policy", "" + strict, "--out", "" + directory.resolve("strict"), "" + curious);
        KvlabCommand.run("grade", "--policy", "" + generous, "--out", "" + directory.resolve("generous"), "" + curious);

        assertEquals(List.of("refused"), verdicts("strict", "curious"));
        JsonNode refusal = result("strict", "curious").get("tests").get(0).get("firstFailure");
        String findings = refusal.get("detail").asString();
        for (String name : List.of("CRC32", "Scanner", "UnicodeBlock", "StringCharacterIterator")) {
            assertTrue(findings.contains(name), findings);
        }
        assertEquals(List.of("passed"), verdicts("generous", "curious"));
    }

    private int grade(String out, Path... submissions) {
        List<String> args = new ArrayList<>(List.of(
                "grade", "--schedules", "3", "--out", directory.resolve(out).toString()));
        List.of(submissions).forEach(path -> args.add(path.toString()));
        return KvlabCommand.run(args.toArray(String[]::new));
    }

    private List<String> verdicts(String out, String submission) throws IOException {
        return result(out, submission)
                .get("tests")
                .valueStream()
                .map(test -> test.get("verdict").asString())
                .distinct()
                .toList();
    }

    private JsonNode result(String out, String submission) throws IOException {
        return new JsonMapper().readTree(Files.readString(directory.resolve(out).resolve(submission + ".json")));
    }
}
