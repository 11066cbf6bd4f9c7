package kvlab.grader.execute;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.inspect.Information;
import kvlab.schedule.Seeds;

/**
 * What a submission came to.
 *
 * @param seeds the schedules that each test was to run
 * @param tests every test, in the order of suites and numbers
 * @param compileErrors what the compiler objects to; empty if it compiled
 * @param information what was found out beside the verdicts; empty if nothing was asked for, or it did not run
 * @param sandbox what its processes were shut in
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
