package kvlab.grader.execute;

import java.util.List;
import kvlab.grader.check.CompileError;
import kvlab.schedule.Seeds;

/**
 * What a submission came to.
 *
 * @param seeds the schedules that each test was to run
 * @param tests every test of the suite, by number
 * @param compileErrors what the compiler objects to; empty if it compiled
 * @param sandbox what its processes were shut in, in words
 */
public record SubmissionOutcome(
        Seeds seeds, List<TestOutcome> tests, List<CompileError> compileErrors, String sandbox) {

    public SubmissionOutcome {
        tests = List.copyOf(tests);
        compileErrors = List.copyOf(compileErrors);
    }

    /** Whether every test is decided, for or against the submission. */
    public boolean isDecided() {
        return tests.stream().allMatch(TestOutcome::isDecided);
    }
}
