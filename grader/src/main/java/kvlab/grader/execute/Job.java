package kvlab.grader.execute;

import java.util.Map;
import kvlab.schedule.Seeds;

/**
 * What one child process is asked to do. It arrives on the child's standard input, where no other process sees it.
 *
 * @param nonce repeated by the child on each line of its report, so that what a submission prints is not taken for one
 * @param classes the submission's class files, by binary name
 * @param suite the tests to run, in this order
 * @param parallel how many schedules of one test run at the same time
 */
record Job(String nonce, Map<String, byte[]> classes, LabSuite suite, Seeds seeds, int parallel) {}
