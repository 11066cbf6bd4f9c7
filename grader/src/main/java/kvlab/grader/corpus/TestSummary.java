package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;

/**
 * A summary of one test's schedules on a submission.
 *
 * @param suite the test's suite
 * @param test the test's number
 * @param schedules number of schedules run
 * @param notPassed number of schedules that did not pass
 * @param first the failure with the lowest seed; empty if all passed
 * @param remarks on schedules that passed, in the order of their seeds
 */
public record TestSummary(
        String suite,
        int test,
        int schedules,
        int notPassed,
        Optional<TestOutcome.Failure> first,
        List<Diagnostic> remarks) {

    public TestSummary {
        remarks = List.copyOf(remarks);
    }

    @Override
    public String toString() {
        return suite + " " + test;
    }
}
