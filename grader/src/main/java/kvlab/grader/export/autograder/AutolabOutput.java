package kvlab.grader.export.autograder;

import java.util.List;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ResultWords;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The output of an autograder in Autolab's format: text for people, then one line with the feedback by test, then one
 * with the scores.
 *
 * <p>Autolab puts quotes around every word before a colon, inside strings too; so colons in strings are written as
 * {@code \}{@code u003A}, which is the same to a parser of JSON. An undecided submission gets no score, so Autolab
 * leaves its earlier score unchanged.
 */
public final class AutolabOutput {

    /** Autolab refuses more than 10,000. */
    private static final int MAX_LINES = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(new WithoutColons())
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Escapes colons within names and strings. */
    private static final class WithoutColons extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            escapes[':'] = CharacterEscapes.ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    private final String problem;

    /** @param problem the assessment's name of the score */
    public AutolabOutput(String problem) {
        this.problem = problem;
    }

    /** What the policy lets a student see, with a line break at the end. */
    public String render(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        List<String> lines = ResultWords.explanation("Score ", whole);
        result.tests()
                .forEach(test ->
                        test.replay().ifPresent(replay -> lines.add(ResultWords.replay(PlainText.line(replay)))));
        return String.join("\n", lines.stream().limit(MAX_LINES).toList()) + "\n" + feedback(result) + "\n"
                + scores(result) + "\n";
    }

    private static String feedback(SubmissionResult result) {
        ObjectNode json = JSON.createObjectNode().put("_presentation", "semantic");
        json.putPOJO(
                "stages",
                result.tests().stream().map(TestResult::suite).distinct().toList());
        for (TestResult test : result.tests()) {
            ObjectNode stage = json.withObjectProperty(test.suite());
            ObjectNode entry = stage.putObject(test.number() + " " + test.title())
                    .put("passed", test.verdict() == VerdictName.PASSED);
            if (test.verdict() != VerdictName.PASSED) {
                entry.put("hint", ResultWords.lostPoints(test));
            }
        }
        return JSON.writeValueAsString(json);
    }

    private String scores(SubmissionResult result) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode scores = json.putObject("scores");
        if (result.decided()) {
            scores.put(problem, result.score());
            json.putArray("scoreboard").add(result.score());
        }
        return JSON.writeValueAsString(json);
    }
}
