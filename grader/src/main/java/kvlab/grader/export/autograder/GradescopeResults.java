package kvlab.grader.export.autograder;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code results.json} in Gradescope's format. The score is given at the top level, where it overrides the sum of the
 * tests, because adjustments such as the late penalty belong to no test. All text is plain text.
 *
 * <p>A test that students may not see is left out: Gradescope hides the score from a student as soon as one test is
 * hidden. An option includes such tests as hidden ones, for staff who prefer that to showing scores to students.
 */
public final class GradescopeResults {

    private static final String VISIBLE = "visible";
    private static final String HIDDEN = "hidden";
    private static final String TEXT = "text";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final boolean hiddenForStaff;

    /**
     * @param hiddenForStaff whether to include the tests that students may not see as hidden tests, which also hides
     *     every score
     */
    public GradescopeResults(boolean hiddenForStaff) {
        this.hiddenForStaff = hiddenForStaff;
    }

    /** The preliminary result, which remains if the autograder is killed. */
    public static String notYet() {
        ObjectNode json =
                frame("NOT GRADED. The autograder was stopped before it had a result. This is not your score: ask the"
                        + " course staff to run it again.\n");
        json.put("score", 0);
        json.putArray("tests");
        return JSON.writeValueAsString(json) + "\n";
    }

    /** Renders the part that the policy shows to students. */
    public String render(SubmissionResult result) {
        String heading = PlainText.line(result.terms().title()) + ": ";
        ObjectNode json = frame(String.join("\n", ResultWords.explanation(heading, result)) + "\n");
        json.put("score", result.score());
        json.putObject("extra_data")
                .put("schema", result.schema())
                .put("policy", result.terms().policy())
                .put("decided", result.decided())
                .put("key", result.key());
        ArrayNode tests = json.putArray("tests");
        for (TestResult test : result.tests()) {
            Optional<TestResult> shown = StudentView.shown(result.terms(), test);
            if (shown.isPresent()) {
                add(tests, result.terms(), shown.get(), VISIBLE);
            } else if (hiddenForStaff) {
                add(tests, result.terms(), test, HIDDEN);
            }
        }
        return JSON.writeValueAsString(json) + "\n";
    }

    private static ObjectNode frame(String output) {
        return JSON.createObjectNode()
                .put("output", output)
                .put("output_format", TEXT)
                .put("test_output_format", TEXT)
                .put("test_name_format", TEXT)
                .put("visibility", VISIBLE)
                // Only the staff sees the console, so it includes hidden tests.
                .put("stdout_visibility", HIDDEN);
    }

    private static void add(ArrayNode tests, Terms terms, TestResult test, String visibility) {
        ObjectNode json = tests.addObject()
                .put("name", ResultWords.name(test))
                .put("number", Integer.toString(test.number()))
                .put("score", test.earned())
                .put("max_score", test.worth());
        if (test.isDecided()) {
            json.put("status", test.verdict() == VerdictName.PASSED ? "passed" : "failed");
        }
        json.put("output", explanation(terms, test)).put("output_format", TEXT).put("visibility", visibility);
        json.putArray("tags").add(test.suite());
        json.putObject("extra_data").put("verdict", test.verdict().inFiles());
    }

    private static String explanation(Terms terms, TestResult test) {
        return Stream.concat(
                        Stream.of(test.verdict().inFiles(), PlainText.line(ResultWords.points(terms, test))),
                        ResultWords.failure(test).map(PlainText::lines))
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }
}
