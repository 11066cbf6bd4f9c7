package kvlab.grader.corpus;

import java.util.List;
import kvlab.grader.check.SourceCheck;
import kvlab.grader.execute.Checker;
import kvlab.grader.execute.ExecutionLimits;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.Limits;
import kvlab.grader.execute.SubmissionRunner;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.Submission;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.schedule.TestCase;

/** A submission whose tests run in processes of their own, as if it were graded: each can be ended. */
record Apart(Submission submission) implements Trial {

    /** An entry may hide from the rules what the tests have to see; it is the kit's own, and does no harm. */
    private static final ExecutionLimits CONFINEMENT = new ExecutionLimits(
            Limits.DEFAULT,
            Sandbox.none("the corpus is the kit's own"),
            List.of("java.lang.Class", "java.lang.ReflectiveOperationException", "java.lang.reflect.*"));

    private static final Checker IN_THIS_PROCESS = (job, patience) -> new SourceCheck().check(job);

    /** One process may see a whole test to its end: nobody would know at which schedule to end it. */
    @Override
    public Finding run(LabSuite suite, TestCase test, Seeds seeds) {
        LabSuite alone = new LabSuite(suite.name(), List.of(test));
        TestOutcome outcome = new SubmissionRunner(
                        alone, seeds.until(StopRule.RUN_ALL), 1, CONFINEMENT, IN_THIS_PROCESS)
                .run(submission)
                .tests()
                .get(0);
        return new Finding(
                suite.name(),
                test.number(),
                outcome.schedulesRun(),
                outcome.failedSchedules(),
                outcome.firstFailure(),
                List.of());
    }
}
