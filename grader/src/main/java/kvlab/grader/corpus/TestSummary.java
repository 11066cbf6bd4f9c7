package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;
import kvlab.schedule.TestCase;

/**
 * A summary of one test's schedules on a submission.
 *
 * @param schedules number of schedules run
 * @param notPassed number of schedules that did not pass
 * @param first the failure with the lowest seed; empty if all passed
 * @param remarks on schedules that passed, in the order of their seeds
 */
public record TestSummary(
        TestCase testCase,
        int schedules,
        int notPassed,
        Optional<TestOutcome.Failure> first,
        List<Diagnostic> remarks) {

    public TestSummary {
        remarks = List.copyOf(remarks);
    }

    String suite() {
        return testCase.suite().name();
    }

    int test() {
        return testCase.number();
    }

    @Override
    public String toString() {
        return suite() + " " + test();
    }
}
