package kvlab.grader.corpus;

import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.Seeds;

/** A submission that is ready for tests. */
interface Trial {

    /** How far a test goes. */
    enum Until {
        /** To the first schedule that does not pass or is remarked on. */
        FIRST_CATCH,
        /** To the last one, whatever comes of them; or to one that had to be stopped, for others may stand still too. */
        END
    }

    /** Runs schedules of one test, in the order of seeds. */
    Finding run(LabSuite suite, LabSuite.Case test, Seeds seeds, Until until);
}
