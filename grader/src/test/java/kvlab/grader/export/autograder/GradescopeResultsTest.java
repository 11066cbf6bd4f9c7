package kvlab.grader.export.autograder;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradescopeResultsTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Policy ONE_HIDDEN = PolicyFixture.firstTests(
            2,
            "name: hidden\nsuites: { core: { points: 1, tests: { 1: { points: 1, students-see: message },"
                    + " 2: { points: 2, students-see: nothing } } } }");

    @Test
    void theScoreStandsAboveTheTestsAndEachTestBesideItsPoints() {
        JsonNode json = json(new GradescopeResults(false).render(ResultFixture.halfRight("alice")));
        assertEquals("2.5", json.get("score").asString());
        JsonNode test = json.get("tests").get(1);
        assertEquals("core 2 (Test 2)", test.get("name").asString());
        assertEquals("0", test.get("score").asString());
        assertEquals("2.5", test.get("max_score").asString());
        assertEquals("failed", test.get("status").asString());
        assertTrue(test.get("output")
                .asString()
                .contains("replay: ./kvlab test --test 2 --seed 4 --edition " + ResultFixture.EDITION + "\n"));
        assertEquals("passed", json.get("tests").get(0).get("status").asString());
    }

    @Test
    void aHiddenTestCountsAndHidesNothing() {
        SubmissionResult result =
                ResultFixture.by(ONE_HIDDEN, "a", 0, List.of(), new Verdict.Failed(saying("said"), "secret"), PASSED);
        String text = new GradescopeResults(false).render(result);
        JsonNode json = json(text);
        assertEquals("2", json.get("score").asString());
        assertEquals(1, json.get("tests").size());
        assertFalse(text.contains("\"visibility\" : \"hidden\""), text);
        assertFalse(text.contains("secret") || text.contains("Test 2"), text);
    }

    @Test
    void staffMayAskForHiddenTests() {
        SubmissionResult result = ResultFixture.by(ONE_HIDDEN, "a", 0, List.of(), PASSED, PASSED);
        JsonNode json = json(new GradescopeResults(true).render(result));
        assertEquals("visible", json.get("tests").get(0).get("visibility").asString());
        assertEquals("hidden", json.get("tests").get(1).get("visibility").asString());
        assertFalse(json.get("output").asString().contains("Test 2"));
    }

    @Test
    void whatIsNotDecidedSaysSoBeforeAnythingElse() {
        JsonNode json = json(new GradescopeResults(false).render(ResultFixture.undecided("bob")));
        assertTrue(json.get("output").asString().contains("at least 2.5 / 5\nNOT FINAL."));
        assertFalse(json.get("extra_data").get("decided").asBoolean());
        assertFalse(json.get("tests").get(1).has("status"));
        assertTrue(json(GradescopeResults.notYet()).get("output").asString().startsWith("NOT GRADED."));
    }

    @Test
    void textOfASubmissionStaysText() {
        String hostile = "<script>alert(1)</script>\u001B[2J\u202E";
        String text = new GradescopeResults(false)
                .render(ResultFixture.of("a", PASSED, new Verdict.Failed(saying(hostile), hostile + "\n\u0000two")));
        JsonNode json = json(text);
        String output = json.get("tests").get(1).get("output").asString();
        assertTrue(output.contains("<script>alert(1)</script>?[2J?\n?two\n"), output);
        text.lines()
                .filter(line -> line.contains("output_format"))
                .forEach(line -> assertTrue(line.contains("\"text\""), line));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
