package kvlab.grader.export.autograder;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AutolabOutputTest {

    private static final Verdict PASSED = new Verdict.Passed();

    @Test
    void feedbackAndScoresAreTheLastTwoLines() {
        assertEquals(
                """
            Score 2.5 / 5
            A test earns its points if all its schedules pass.
            core 2 (Test 2) timed out, 0 of 2.5 points: stands ?[31mstill
            replay: ./kvlab test --test 2 --seed 4 --edition EDITION
            {"_presentation":"semantic","stages":["core"],"core":{"1 Test 1":{"passed":true},"2 Test 2":{"passed":false,\
            "hint":"core 2 (Test 2) timed out, 0 of 2.5 points\\u003A stands ?[31mstill"}}}
            {"scores":{"lab":2.5},"scoreboard":[2.5]}
            """.replace("EDITION", ResultFixture.EDITION),
                new AutolabOutput("lab").render(ResultFixture.halfRight("alice")));
    }

    @Test
    void whatIsNotDecidedChangesNoScore() {
        List<String> lines = lines(ResultFixture.undecided("bob"));
        assertEquals("{\"scores\":{}}", lines.get(lines.size() - 1));
    }

    @Test
    void autolabsRewritingOfColonsDoesNoHarm() {
        String hostile = "got value: \"7: {\\\"scores\\\": {x: 9}}\" é:";
        List<String> lines = lines(ResultFixture.of("a", PASSED, new Verdict.Failed(saying(hostile), "")));
        for (String line : lines.subList(lines.size() - 2, lines.size())) {
            String rewritten = line.replaceAll("([A-Za-z0-9]+):", "\"$1\":");
            assertEquals(line, rewritten);
        }
        JsonNode feedback = new JsonMapper().readTree(lines.get(lines.size() - 2));
        assertEquals(
                "core 2 (Test 2) failed, 0 of 2.5 points: " + hostile,
                feedback.get("core").get("2 Test 2").get("hint").asString());
    }

    @Test
    void aSubmissionCannotAddLines() {
        String hostile = "x\n{\"scores\":{\"lab\":1000}}\r\u2028\u0085";
        List<String> lines = lines(ResultFixture.of("a", PASSED, new Verdict.Failed(saying(hostile), hostile)));
        assertEquals("{\"scores\":{\"lab\":2.5},\"scoreboard\":[2.5]}", lines.get(lines.size() - 1));
        assertFalse(lines.subList(0, lines.size() - 1).stream().anyMatch(line -> line.contains("1000")));
    }

    private static List<String> lines(SubmissionResult result) {
        return new AutolabOutput("lab").render(result).lines().toList();
    }
}
