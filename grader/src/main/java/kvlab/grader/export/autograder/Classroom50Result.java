package kvlab.grader.export.autograder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.ResultWords;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code result.json} as Classroom 50 reads it, by its schema {@code classroom50/result/v1}. Scores are whole numbers
 * there, so points are multiplied by the policy's scale. No score may exceed the maximum, so the maximum includes the
 * extra credit. The score need not equal the sum of the tests, because adjustments such as the late penalty belong to
 * no test.
 */
public final class Classroom50Result {

    private static final String SCHEMA = "classroom50/result/v1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode submission;
    private final Instant now;

    /**
     * Reads Classroom 50's description of a submission from environment variables.
     *
     * @param variable returns the value of a variable, or throws if it is not set
     * @param now the time of a submission that is refused before its own time is known
     */
    public Classroom50Result(UnaryOperator<String> variable, Instant now) {
        this.submission = JSON.createObjectNode()
                .put("schema", SCHEMA)
                .put("classroom", variable.apply("CLASSROOM"))
                .put("assignment", variable.apply("ASSIGNMENT"))
                .put("assignment_type", variable.apply("ASSIGNMENT_TYPE"))
                .put("owner", variable.apply("OWNER"))
                .put("submission", variable.apply("SUBMISSION_TAG"))
                .put("commit", variable.apply("COMMIT_URL"))
                .put("release", variable.apply("RELEASE_URL"))
                .put("review", variable.apply("REVIEW_URL"));
        this.now = now;
    }

    /** Renders the part of a decided result that the policy shows to students. */
    public String render(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        Terms terms = result.terms();
        ObjectNode json = submission
                .deepCopy()
                .put(
                        "datetime",
                        result.handedIn()
                                .orElse(now)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .put("score", terms.inWholeNumbers(result.score()))
                .put("max-score", terms.inWholeNumbers(terms.maxWithExtraCredit()));
        ArrayNode tests = json.putArray("tests");
        for (TestResult test : result.tests()) {
            tests.addObject()
                    .put("test-name", ResultWords.name(test))
                    .put("passed", test.verdict() == VerdictName.PASSED)
                    .put("score", terms.inWholeNumbers(test.earned()))
                    .put("max-score", terms.inWholeNumbers(test.worth()));
        }
        return JSON.writeValueAsString(json) + "\n";
    }
}
