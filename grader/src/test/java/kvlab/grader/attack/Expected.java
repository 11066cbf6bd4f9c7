package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.report.ResultWords;

/**
 * How an attack must end.
 *
 * @param rows of the list of known attacks, by their keys in the README
 * @param verdicts one of these, as reports call them; several where it is the machine's choice
 * @param says parts of the line that the student sees
 */
record Expected(List<String> rows, List<String> verdicts, List<String> says) {

    private static final int MAX_LINE_LENGTH = 2_000;

    void check(SubmissionResult result) {
        for (TestResult test : result.tests()) {
            String line =
                    test.firstFailure().map(TestResult.FirstFailure::message).orElse("");
            String all = test.verdict().inFiles() + ": " + line;
            assertTrue(verdicts.contains(test.verdict().inFiles()), all);
            says.forEach(part -> assertTrue(line.contains(part), () -> "\"" + part + "\" is not in " + all));
            assertTrue(line.length() <= MAX_LINE_LENGTH, () -> "a line of " + line.length());
        }
        assertTrue(result.decided(), "the grader must decide");
        assertTrue(result.score().signum() == 0, "no points: " + ResultWords.score(result));
    }
}
