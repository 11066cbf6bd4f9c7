package kvlab.grader.grade.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;

/**
 * The part of a {@link SubmissionResult} that is known before the submission runs.
 *
 * @param student its file name is unique in the batch
 * @param replay runs {@code kvlab test} on the same sources; empty if the submission was refused before compilation
 * @param origin empty if it could not be read
 * @param deadline empty if nothing is ever late
 * @param review reasons for review by the staff, in addition to those in the score
 * @param key equal keys mean equal results
 */
public record SubmissionHeader(
        Student student,
        String path,
        Optional<ReplayCommand> replay,
        Optional<Origin> origin,
        Optional<Instant> handedIn,
        Optional<Deadline> deadline,
        int lateDays,
        Findings files,
        List<Diagnostic> notes,
        List<Diagnostic> review,
        String key) {

    public SubmissionHeader {
        notes = List.copyOf(notes);
        review = List.copyOf(review);
    }

    /** The same with another key. */
    public SubmissionHeader withKey(String other) {
        return new SubmissionHeader(
                student, path, replay, origin, handedIn, deadline, lateDays, files, notes, review, other);
    }
}
