package kvlab.grader.run;

import java.util.List;
import kvlab.grader.intake.SourceFile;

/**
 * What one child process is asked to do. It arrives on the child's standard input, where no other process sees it.
 *
 * @param nonce repeated by the child on each line of its report, so that what a submission prints is not taken for one
 * @param tests numbers of the tests to run, in this order
 * @param parallel how many schedules of one test run at the same time
 * @param alsoAllowed what the sources may use beyond the standard allow-list
 * @param forbidden what they may not use all the same
 */
record Job(
        String nonce,
        List<SourceFile> sources,
        String suite,
        List<Integer> tests,
        Seeds seeds,
        int parallel,
        List<String> alsoAllowed,
        List<String> forbidden) {}
