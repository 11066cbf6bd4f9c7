package kvlab.grader.execute;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.inspect.Information;
import kvlab.schedule.Seeds;

/**
 * The outcome of a submission.
 *
 * @param seeds the schedules requested for each test
 * @param tests all tests, in the order of suites and numbers
 * @param compileErrors the compiler's errors; empty if it compiled
 * @param information coverage and style; empty if not requested, or if the submission did not run
 * @param sandbox the sandbox of its processes
 */
public record SubmissionOutcome(
        Seeds seeds,
        List<TestOutcome> tests,
        List<CompileError> compileErrors,
        Optional<Information> information,
        Diagnostic sandbox) {

    public SubmissionOutcome {
        tests = List.copyOf(tests);
        compileErrors = List.copyOf(compileErrors);
    }

    /** Whether every test is decided, for or against the submission. */
    public boolean isDecided() {
        return tests.stream().allMatch(TestOutcome::isDecided);
    }
}
