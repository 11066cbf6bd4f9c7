package kvlab.grader.report;

import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.score.Score;

/**
 * A submission with all that is to be said of it.
 *
 * @param name what reports call it: different from that of every other submission of the batch
 * @param path as the caller wrote it, for replay lines
 */
public record Graded(String name, String path, SubmissionOutcome outcome, Score score) {

    /** Whether nothing is left that the kit could not decide. */
    public boolean isDecided() {
        return outcome.isDecided() && !score.isOpen();
    }
}
