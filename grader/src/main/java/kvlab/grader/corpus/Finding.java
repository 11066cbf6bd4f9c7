package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.TestOutcome;

/**
 * What one test made of a submission.
 *
 * @param suite the test's suite
 * @param test its number there
 * @param schedules how many were run
 * @param notPassed how many of these did not pass
 * @param first of those, the one with the lowest seed; empty if all passed
 * @param remarks on schedules that passed, in the order of their seeds
 */
public record Finding(
        String suite,
        int test,
        int schedules,
        int notPassed,
        Optional<TestOutcome.Failure> first,
        List<Diagnostic> remarks) {

    public Finding {
        remarks = List.copyOf(remarks);
    }

    @Override
    public String toString() {
        return suite + " " + test;
    }
}
