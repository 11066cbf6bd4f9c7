package kvlab.grader.corpus;

import kvlab.grader.execute.LabSuite;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;

/** A submission that is ready for tests. */
interface Trial {

    /** Runs schedules of one test, in the order of seeds, until enough of them have been seen. */
    Finding run(LabSuite suite, TestCase test, Seeds seeds);
}
