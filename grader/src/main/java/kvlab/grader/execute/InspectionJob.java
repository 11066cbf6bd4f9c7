package kvlab.grader.execute;

import java.util.List;
import java.util.Map;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;

/**
 * What a child process is asked to find out about a submission that has its verdicts.
 *
 * @param nonce repeated by the child before what it found
 * @param sources whose style is read; none if it is not asked for
 * @param classes whose coverage is measured, class files by binary name; none if it is not asked for
 * @param suites the tests that coverage is measured over
 * @param seeds of the schedules of each of these
 */
record InspectionJob(
        String nonce, List<SourceFile> sources, Map<String, byte[]> classes, List<LabSuite> suites, Seeds seeds) {}
