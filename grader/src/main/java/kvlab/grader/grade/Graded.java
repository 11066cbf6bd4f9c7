package kvlab.grader.grade;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Student;
import kvlab.grader.policy.Policy;

/** A submission's result, and the picture of its failure, if there is one. */
record Graded(SubmissionResult result, Optional<ResultPicture> picture) {

    /** The same under the names of this policy, which has the same rules, and of this student. */
    Graded named(Policy policy, Student student) {
        return new Graded(result.named(policy, student), picture);
    }

    Graded withNotes(List<Diagnostic> more) {
        return new Graded(result.withNotes(more), picture);
    }
}
