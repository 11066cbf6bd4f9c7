package kvlab.grader.grade.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.picture.PackedPicture;
import kvlab.grader.picture.Picture;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.TestResult;

/**
 * The picture of a failure, as it is stored beside the result: a file of its own, so that results stay small. It says which
 * result it belongs to; with any other it is not used.
 *
 * @param schema name and version of the format
 * @param key that of the result
 * @param suite of the test that failed
 * @param seed of the schedule that failed
 * @param missing why there is no picture; empty, in JSON null, if there is one
 * @param data as {@link PackedPicture} has them; empty if there is no picture
 */
public record ResultPicture(
        String schema, String key, String suite, int test, long seed, Optional<Diagnostic> missing, byte[] data) {

    public static final String SCHEMA = "kvlab/picture/1";

    /**
     * The picture of a graded submission: of several the first whose test its student may see in full, else the first.
     *
     * @param outcomes of the result's tests, in the same order
     */
    public static Optional<ResultPicture> of(SubmissionResult result, List<TestOutcome> outcomes) {
        List<TestResult> tests = result.tests();
        Predicate<Integer> isSeen = i -> tests.get(i).studentsSee() == StudentsSee.EVERYTHING;
        List<Integer> drawn = IntStream.range(0, tests.size())
                .filter(i -> outcomes.get(i).picture().isPresent())
                .boxed()
                .toList();
        return drawn.stream()
                .filter(isSeen)
                .findFirst()
                .or(() -> drawn.stream().findFirst())
                .map(i -> of(result, tests.get(i), outcomes.get(i).picture().orElseThrow()));
    }

    private static ResultPicture of(SubmissionResult result, TestResult test, Picture picture) {
        return new ResultPicture(
                SCHEMA,
                result.key(),
                test.suite(),
                test.number(),
                test.firstFailure().orElseThrow().seed(),
                picture instanceof Picture.Missing missing ? Optional.of(missing.why()) : Optional.empty(),
                picture instanceof PackedPicture packed ? packed.bytes() : new byte[0]);
    }

    /** The test of this result whose first failure it shows; empty if it belongs to another result. */
    public Optional<TestResult> testIn(SubmissionResult result) {
        return result.tests().stream()
                .filter(each -> schema.equals(SCHEMA) && key.equals(result.key()))
                .filter(each -> each.suite().equals(suite) && each.number() == test)
                .filter(each -> each.firstFailure()
                        .filter(failure -> failure.seed() == seed)
                        .isPresent())
                .findFirst();
    }
}
