package kvlab.grader.grade.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;

/**
 * What is known of a submission before any of it runs; its parts are those of {@link SubmissionResult}.
 *
 * @param student whose file name is like that of no other submission of the batch
 * @param replay shows its sources to {@code kvlab test} again; empty if it was turned away before anything was compiled
 * @param origin empty if it could not be read
 * @param review why the staff should look at it, beside what the score says of that
 * @param key equal keys mean equal results
 */
public record SubmissionHeader(
        Student student,
        String path,
        Optional<ReplayCommand> replay,
        Optional<Origin> origin,
        Optional<Instant> handedIn,
        int lateDays,
        Findings files,
        List<Diagnostic> notes,
        List<Diagnostic> review,
        String key) {

    public SubmissionHeader {
        notes = List.copyOf(notes);
        review = List.copyOf(review);
    }
}
