package kvlab.grader.execute;

import java.util.List;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;

/**
 * What a child process is asked to find out about a submission that has its verdicts.
 *
 * @param nonce repeated by the child before what it found
 * @param seeds of the schedules of each test that coverage is measured over
 */
record InspectionJob(
        String nonce, List<SourceFile> sources, boolean coverage, boolean style, List<Tests> tests, Seeds seeds) {

    /** Tests of one suite, by number. */
    record Tests(String suite, List<Integer> numbers) {

        static Tests of(LabSuite suite) {
            return new Tests(suite.name(), suite.numbers());
        }
    }
}
