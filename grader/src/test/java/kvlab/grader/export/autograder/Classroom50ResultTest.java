package kvlab.grader.export.autograder;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Classroom50ResultTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("lost"), "");
    private static final UnaryOperator<String> SUBMISSION = variable -> variable.toLowerCase(Locale.ROOT);

    @Test
    void hasWhatTheSchemaAsksForAndNothingElse() {
        assertEquals("""
                {
                  "schema" : "classroom50/result/v1",
                  "classroom" : "classroom",
                  "assignment" : "assignment",
                  "assignment_type" : "assignment_type",
                  "owner" : "owner",
                  "submission" : "submission_tag",
                  "commit" : "commit_url",
                  "release" : "release_url",
                  "review" : "review_url",
                  "datetime" : "2026-12-06T10:00:00Z",
                  "score" : 25,
                  "max-score" : 50,
                  "tests" : [ {
                    "test-name" : "core 1 (Test 1)",
                    "passed" : true,
                    "score" : 25,
                    "max-score" : 25
                  }, {
                    "test-name" : "core 2 (Test 2)",
                    "passed" : false,
                    "score" : 0,
                    "max-score" : 25
                  } ]
                }
                """, text(ResultFixture.halfRight("alice")));
    }

    @Test
    void noScoreIsAboveItsHighestWithExtraCredit() {
        Policy policy = PolicyFixture.firstTests(
                2, "name: a\nscale: 4\nsuites: { core: { points: 0.5, tests: { 2: { extra-credit: 0.25 } } } }");
        JsonNode json = json(ResultFixture.by(policy, "a", 0, List.of(), PASSED, PASSED));
        assertEquals(3, json.get("score").asInt());
        assertEquals(3, json.get("max-score").asInt());
        assertEquals(1, json.get("tests").get(1).get("max-score").asInt());
    }

    @Test
    void theScoreIsTheWholeScoreAndHiddenTestsAreNotListed() {
        Policy policy = PolicyFixture.firstTests(
                2,
                "name: late\ndue: { at: 2026-12-04 23:59, zone: UTC }\nlate: { percent-per-day: 10, most-days: 3 }\n"
                        + "suites: { core: { points: 5, tests: { 2: { points: 10, students-see: nothing } } } }");
        SubmissionResult late = ResultFixture.by(policy, "a", 1, List.of(), FAILED, PASSED);
        assertEquals(90, json(late).get("score").asInt());
        assertEquals("2026-12-05T10:00:00Z", json(late).get("datetime").asString());
        assertFalse(text(late).contains("Test 2"));
    }

    private static JsonNode json(SubmissionResult result) {
        return new JsonMapper().readTree(text(result));
    }

    private static String text(SubmissionResult result) {
        return new Classroom50Result(SUBMISSION, Instant.parse("2026-12-06T10:00:00.5Z")).render(result);
    }
}
