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
 * {@code results.json} as Gradescope reads it. The score stands at the top, where it holds whatever the tests add up to,
 * since being late and the like are no test's. All text is plain text.
 *
 * <p>A test that students may not see is left out: Gradescope hides the score from a student as soon as one test is
 * hidden. Staff who would rather see such tests there than let students see scores ask for them to be hidden.
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

    /** @param hiddenForStaff whether tests that students may not see are there, hidden, and with them every score */
    public GradescopeResults(boolean hiddenForStaff) {
        this.hiddenForStaff = hiddenForStaff;
    }

    /** What stands there until there is a result, and stays if the autograder is ended before. */
    public static String notYet() {
        ObjectNode json =
                frame("NOT GRADED. The autograder was stopped before it had a result. This is not your score: ask the"
                        + " course staff to run it again.\n");
        json.put("score", 0);
        json.putArray("tests");
        return JSON.writeValueAsString(json) + "\n";
    }

    /** What the policy lets a student see. */
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
            Optional<TestResult> shown = StudentView.shown(test);
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
                // The console is for the staff: it tells of hidden tests too.
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
