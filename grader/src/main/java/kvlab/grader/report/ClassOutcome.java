package kvlab.grader.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.grader.grade.result.Owner;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What grading a class came to, as one JSON document in the format of {@code schema/class-1.schema.json}.
 *
 * @param exitCode of the command
 * @param results of this call, in the order of the table
 * @param earlier scores for another state of submission, policy or kit, by submission
 * @param replaced whether the results have taken their place
 * @param notGraded names of submissions without a result
 * @param unusable names of results in the directory that are damaged or of another version
 * @param notHandedIn students of the roster who have handed in nothing, and are not excused
 * @param excused students of the roster who have handed in nothing, and need not
 */
public record ClassOutcome(
        int exitCode,
        List<SubmissionResult> results,
        Map<String, BigDecimal> earlier,
        boolean replaced,
        List<String> notGraded,
        List<String> unusable,
        List<Owner> notHandedIn,
        List<Owner> excused) {

    public static final String SCHEMA = "kvlab/class/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The document, with a line break at its end. */
    public String json() {
        ObjectNode json = JSON.createObjectNode().put("schema", SCHEMA).put("exitCode", exitCode);
        summary(json.putObject("summary"));
        ArrayNode submissions = json.putArray("submissions");
        results.forEach(result -> submission(submissions.addObject(), result));
        json.put("replaced", replaced);
        notGraded.forEach(json.putArray("notGraded")::add);
        unusable.forEach(json.putArray("unusable")::add);
        people(json.putArray("notHandedIn"), notHandedIn);
        people(json.putArray("excused"), excused);
        return JSON.writeValueAsString(json) + "\n";
    }

    private void summary(ObjectNode json) {
        ClassSummary summary = ClassSummary.of(results);
        json.put("submissions", summary.submissions())
                .put("undecided", summary.undecided())
                .put("mean", summary.mean().orElse(null))
                .put("median", summary.median().orElse(null))
                .put("maxScore", summary.maxScore().orElse(null))
                .put("refused", summary.refused())
                .put("late", summary.late())
                .put("forReview", summary.forReview())
                .put("notHandedIn", notHandedIn.size());
    }

    private void submission(ObjectNode json, SubmissionResult result) {
        person(json.put("submission", result.submission()), result.owner());
        json.put("score", result.score())
                .put("maxScore", result.terms().maxScore())
                .put("decided", result.decided())
                .put("earlierScore", earlier.get(result.submission()))
                .put("lateDays", result.lateDays())
                .put("timeUnknown", result.lacksItsTime())
                .put("refused", ClassSummary.isRefused(result));
        ArrayNode tests = json.putArray("tests");
        result.tests().forEach(test -> test(tests.addObject(), test));
        ArrayNode adjustments = json.putArray("adjustments");
        result.adjustments()
                .forEach(adjustment -> adjustments
                        .addObject()
                        .put("points", adjustment.points())
                        .put("reason", ResultWords.reason(adjustment)));
        ArrayNode review = json.putArray("review");
        result.review()
                .forEach(why -> review.addObject().put("code", why.code()).put("message", why.message()));
    }

    private static void test(ObjectNode json, TestResult test) {
        Optional<TestResult.FirstFailure> failure = test.firstFailure();
        json.put("suite", test.suite())
                .put("number", test.number())
                .put("verdict", test.verdict().inFiles())
                .put("earned", test.earned())
                .put("worth", test.worth())
                .put("message", failure.map(TestResult.FirstFailure::message).orElse(null));
    }

    private static void people(ArrayNode json, List<Owner> students) {
        students.forEach(student -> person(json.addObject(), student));
    }

    private static void person(ObjectNode json, Owner student) {
        json.put("name", student.name())
                .put("id", student.id())
                .put("email", student.email())
                .put("section", student.section());
    }
}
