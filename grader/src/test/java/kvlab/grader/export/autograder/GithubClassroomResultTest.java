package kvlab.grader.export.autograder;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GithubClassroomResultTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("lost"), "");

    @Test
    void testsAreNamedExplainedAndScoredInWholeNumbers() {
        assertEquals("""
                {"version":1,"status":"fail","max_score":50,"tests":[\
                {"name":"core 1 (Test 1)","status":"pass","score":25,"filename":"","line_no":0,"duration":0,\
                "message":null,"test_code":""},\
                {"name":"core 2 (Test 2)","status":"fail","score":0,"filename":"","line_no":0,"duration":0,\
                "message":"core 2 (Test 2) timed out, 0 of 2.5 points: stands ?[31mstill",\
                "test_code":"./kvlab test --test 2 --seed 4 --edition EDITION"}]}""".replace("EDITION", ResultFixture.EDITION), text(ResultFixture.halfRight("alice")));
    }

    @Test
    void fullMarksPassAlsoWithoutTheExtraCredit() {
        Policy policy = PolicyFixture.firstTests(
                2, "name: a\nsuites: { core: { points: 4, tests: { 2: { extra-credit: 1 } } } }");
        JsonNode json = json(ResultFixture.by(policy, "a", 0, List.of(), PASSED, FAILED));
        assertEquals("pass", json.get("status").asString());
        assertEquals(4, json.get("max_score").asInt());
    }

    @Test
    void theReporterAddsUpToTheScoreWhateverIsTakenOffOrNotShown() {
        Policy policy = PolicyFixture.firstTests(
                2,
                "name: late\ndue: { at: 2026-12-04 23:59, zone: UTC }\nlate: { percent-per-day: 10, most-days: 3 }\n"
                        + "suites: { core: { points: 5, tests: { 2: { points: 10, students-see: nothing } } } }");
        SubmissionResult late = ResultFixture.by(policy, "a", 2, List.of(), PASSED, PASSED);
        assertEquals(120, sum(json(late)));
        assertEquals(150, json(late).get("max_score").asInt());
        JsonNode beside = json(late).get("tests").get(1);
        assertEquals("beside these tests", beside.get("name").asString());
        assertTrue(beside.get("message").asString().contains("2 days late"), beside.toString());

        SubmissionResult onTime = ResultFixture.by(policy, "a", 0, List.of(), FAILED, PASSED);
        assertEquals(100, sum(json(onTime)));
        assertFalse(text(onTime).contains("Test 2"));
    }

    @Test
    void whatASubmissionWroteIsOneShortLineOfText() {
        String hostile = "\n::error::mine\"}]}" + "\u001B\u65E5".repeat(100_000);
        JsonNode json =
                json(ResultFixture.of("a", PASSED, new Verdict.Failed(saying("first" + hostile.repeat(2)), hostile)));
        assertEquals(
                "core 2 (Test 2) failed, 0 of 2.5 points: first",
                json.get("tests").get(1).get("message").asString());
        String line = new GithubClassroomResult()
                .render(ResultFixture.by(
                        PolicyFixture.policy("name: a\nsuites: { core: { points: 5 } }"),
                        "a",
                        0,
                        List.of(),
                        Collections.nCopies(9, new Verdict.Failed(saying(hostile.strip()), hostile))
                                .toArray(Verdict[]::new)));
        assertTrue(line.matches("[A-Za-z0-9+/]+=*") && line.length() < 100_000, line.length() + " characters");
    }

    private static int sum(JsonNode json) {
        return json.get("tests")
                .valueStream()
                .collect(Collectors.summingInt(test -> test.get("score").asInt()));
    }

    private static JsonNode json(SubmissionResult result) {
        return new JsonMapper().readTree(text(result));
    }

    private static String text(SubmissionResult result) {
        return new String(
                Base64.getDecoder().decode(new GithubClassroomResult().render(result)), StandardCharsets.UTF_8);
    }
}
