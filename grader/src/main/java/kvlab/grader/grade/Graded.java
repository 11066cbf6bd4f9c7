package kvlab.grader.grade;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionResult;

/** A submission's result, and the picture of its failure, if there is one. */
record Graded(SubmissionResult result, Optional<ResultPicture> picture) {

    Graded withNotes(List<Diagnostic> more) {
        return new Graded(result.withNotes(more), picture);
    }
}
