package kvlab.grader.export.autograder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.grade.result.TestResult;
import kvlab.grader.grade.result.VerdictName;
import kvlab.grader.report.ResultWords;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code result.json} as Classroom 50 reads it, by its schema {@code classroom50/result/v1}. Scores there are whole numbers,
 * so points are multiplied by the policy's scale; and none may be above the highest, so that one has the extra credit in it.
 * The score holds whatever the tests add up to, since being late and the like are no test's.
 */
public final class Classroom50Result {

    private static final String SCHEMA = "classroom50/result/v1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Classroom50Submission submission;
    private final Instant now;

    /** @param now stands for the time of a submission that is refused before its time is known */
    public Classroom50Result(Classroom50Submission submission, Instant now) {
        this.submission = submission;
        this.now = now;
    }

    /** What the policy lets a student see of a result that is decided. */
    public String render(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        Terms terms = result.terms();
        BigDecimal most = terms.maxScore().add(terms.maxExtraCredit());
        ObjectNode json = JSON.createObjectNode()
                .put("schema", SCHEMA)
                .put("classroom", submission.classroom())
                .put("assignment", submission.assignment())
                .put("assignment_type", submission.type())
                .put("owner", submission.owner())
                .put("submission", submission.tag())
                .put("commit", submission.commit())
                .put("release", submission.release())
                .put("review", submission.review())
                .put(
                        "datetime",
                        result.handedIn()
                                .orElse(now)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .put("score", terms.inWholeNumbers(result.score()))
                .put("max-score", terms.inWholeNumbers(most));
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
