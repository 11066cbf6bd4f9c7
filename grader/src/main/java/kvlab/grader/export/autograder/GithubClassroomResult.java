package kvlab.grader.export.autograder;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kvlab.grader.check.Excerpt;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The input of GitHub Classroom's reporter, {@code autograding-grading-reporter}. The reporter computes the score as
 * the sum of the tests, and GitHub Classroom stores scores as whole numbers. So points are multiplied by the policy's
 * scale, and one more entry holds the adjustments and the tests hidden from students.
 */
public final class GithubClassroomResult {

    private static final int VERSION = 1;

    /** The result is passed in an environment variable, which Linux limits to 128 KiB. */
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    /** Renders the part of a decided result that the policy shows to students: Base64 of JSON, in one line. */
    public String render(SubmissionResult whole) {
        return Base64.getEncoder().encodeToString(json(whole).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        BigDecimal full = result.terms().maxScore();
        ObjectNode json = JSON.createObjectNode()
                .put("version", VERSION)
                .put("status", status(result.score().compareTo(full) >= 0))
                .put("max_score", result.terms().inWholeNumbers(full));
        ArrayNode tests = json.putArray("tests");
        BigDecimal rest = result.score().subtract(result.sum(TestResult::earned));
        for (TestResult test : result.tests()) {
            boolean passed = test.verdict() == VerdictName.PASSED;
            entry(tests, ResultWords.name(test), passed, result.terms().inWholeNumbers(test.earned()))
                    .put("message", passed ? null : Excerpt.of(ResultWords.lostPoints(test), MAX_MESSAGE_LENGTH))
                    .put("test_code", test.replay().map(PlainText::line).orElse(""));
        }
        if (rest.signum() != 0) {
            entry(tests, "beside these tests", rest.signum() > 0, result.terms().inWholeNumbers(rest))
                    .put("message", Excerpt.of(restMessage(result), MAX_MESSAGE_LENGTH))
                    .put("test_code", "");
        }
        return JSON.writeValueAsString(json);
    }

    private static ObjectNode entry(ArrayNode tests, String name, boolean passed, long score) {
        return tests.addObject()
                .put("name", name)
                .put("status", status(passed))
                .put("score", score)
                .put("filename", "")
                .put("line_no", 0)
                .put("duration", 0);
    }

    private static String status(boolean passed) {
        return passed ? "pass" : "fail";
    }

    private static String restMessage(SubmissionResult result) {
        List<String> reasons =
                result.adjustments().stream().map(ResultWords::line).toList();
        return reasons.isEmpty() ? "tests that are not listed" : String.join("; ", reasons);
    }
}
