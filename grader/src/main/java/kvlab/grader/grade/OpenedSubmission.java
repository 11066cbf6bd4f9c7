package kvlab.grader.grade;

import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.intake.IntakeResult;

/**
 * A submission that was opened and is not graded yet.
 *
 * @param intake of a received submission only the files that go on to the compiler
 */
record OpenedSubmission(SubmissionHeader header, IntakeResult intake) {

    String name() {
        return header.student().fileName();
    }
}
