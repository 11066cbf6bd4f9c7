package kvlab.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import kvlab.grader.compile.CompileError;
import kvlab.grader.run.TestOutcome;
import kvlab.grader.score.Assignment;
import kvlab.grader.score.Score;

/**
 * One submission's result as JSON has it. Holds no times, hosts or temporary paths, so that equal submissions give
 * equal files.
 *
 * @param schema this shape's name and version
 * @param decided false if the kit could not decide some test: the score is then a lower bound
 * @param seed of each test's first schedule
 * @param schedules of each test
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
        List<CompileError> compileErrors) {

    private static final String SCHEMA = "kvlab/result/1";

    /**
     * @param verdict passed, failed, timed out, crashed, refused, undecided, or infrastructure error
     * @param schedulesRun how many schedules count: none above the seed that hung or crashed
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
            @JsonInclude(JsonInclude.Include.NON_NULL) FirstFailure firstFailure) {}

    record FirstFailure(long seed, String message, String detail, String replay) {}

    static ResultFile of(Assignment assignment, Graded graded) {
        return new ResultFile(
                SCHEMA,
                graded.name(),
                graded.score().points(),
                graded.score().maxPoints(),
                graded.outcome().isDecided(),
                assignment.suite().name(),
                assignment.seed(),
                assignment.schedules(),
                graded.score().tests().stream()
                        .map(test -> test(assignment, graded, test))
                        .toList(),
                graded.outcome().compileErrors());
    }

    private static Test test(Assignment assignment, Graded graded, Score.TestScore score) {
        TestOutcome outcome = score.outcome();
        return new Test(
                outcome.number(),
                outcome.title(),
                VerdictName.of(outcome.verdict()).inFiles(),
                outcome.schedules(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                score.points(),
                score.maxPoints(),
                outcome.firstFailure()
                        .map(failure -> new FirstFailure(
                                failure.seed(),
                                failure.verdict().message(),
                                failure.verdict().detail(),
                                ReplayCommand.of(
                                        graded.path(), assignment.suite().name(), outcome.number(), failure.seed())))
                        .orElse(null));
    }
}
