package kvlab.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import kvlab.grader.compile.CompileError;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;
import kvlab.grader.run.TestOutcome;
import kvlab.grader.score.Adjustment;
import kvlab.grader.score.TestScore;

/**
 * One submission's result as JSON has it. Holds no times, hosts or temporary paths, so that equal submissions give
 * equal files.
 *
 * @param schema this shape's name and version
 * @param decided false if the kit could not decide some test: the score is then a lower bound
 * @param suite its name, or the names of several with a plus sign between them
 * @param seed of each test's first schedule
 * @param schedules of each test; the largest number, if they differ
 * @param policy its name
 * @param possibleScore what the score would be if all that is undecided were decided for the submission
 * @param review why a TA should look at it
 * @param sandbox what the submission's processes were shut in, in words
 */
record ResultFile(
        String schema,
        String submission,
        BigDecimal score,
        BigDecimal maxScore,
        boolean decided,
        String suite,
        long seed,
        int schedules,
        List<Test> tests,
        List<CompileError> compileErrors,
        String policy,
        BigDecimal possibleScore,
        BigDecimal maxExtraCredit,
        List<Adjustment> adjustments,
        List<String> review,
        String sandbox) {

    private static final String SCHEMA = "kvlab/result/1";

    /**
     * @param verdict passed, failed, timed out, crashed, refused, undecided, or infrastructure error
     * @param schedulesRun how many schedules count: none above the seed that hung or crashed
     * @param reason how the points came about
     * @param firstFailure absent if the test passed
     */
    record Test(
            int number,
            String title,
            String verdict,
            int schedules,
            int schedulesRun,
            int failedSchedules,
            BigDecimal points,
            BigDecimal maxPoints,
            String suite,
            BigDecimal extraCredit,
            BigDecimal maxExtraCredit,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) FirstFailure firstFailure) {}

    record FirstFailure(long seed, String message, String detail, String replay) {}

    static ResultFile of(Policy policy, Graded graded) {
        return new ResultFile(
                SCHEMA,
                graded.name(),
                graded.score().points(),
                graded.score().maxPoints(),
                graded.isDecided(),
                policy.suites().stream().map(SuiteRules::name).collect(Collectors.joining("+")),
                policy.seed(),
                policy.tests().stream().mapToInt(TestRule::schedules).max().orElse(0),
                graded.score().tests().stream().map(test -> test(graded, test)).toList(),
                graded.outcome().compileErrors(),
                policy.name(),
                graded.score().total().atMost(),
                graded.score().maxExtraCredit(),
                graded.score().adjustments(),
                graded.score().review(),
                graded.outcome().sandbox());
    }

    private static Test test(Graded graded, TestScore score) {
        TestOutcome outcome = score.outcome();
        return new Test(
                outcome.number(),
                outcome.title(),
                VerdictName.of(outcome.verdict()).inFiles(),
                outcome.schedules(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                score.points().atLeast(),
                score.points().outOf(),
                score.suite(),
                score.extraCredit().atLeast(),
                score.extraCredit().outOf(),
                score.reason(),
                outcome.firstFailure()
                        .map(failure -> new FirstFailure(
                                failure.seed(),
                                failure.verdict().message(),
                                failure.verdict().detail(),
                                ReplayCommand.of(graded.path(), score.suite(), outcome.number(), failure.seed())))
                        .orElse(null));
    }
}
