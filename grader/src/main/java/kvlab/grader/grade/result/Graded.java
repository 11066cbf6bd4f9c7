package kvlab.grader.grade.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.policy.score.Score;

/**
 * What every stage made of a submission; its parts are those of {@link SubmissionResult}.
 *
 * @param student whose file name is like that of no other submission of the batch
 * @param replay shows its sources to {@code kvlab test} again; empty if it was turned away before anything was compiled
 * @param review why a TA should look at it, beside what the score says of that
 */
public record Graded(
        Student student,
        String path,
        Optional<ReplayCommand> replay,
        String origin,
        Optional<Instant> handedIn,
        int lateDays,
        Findings files,
        List<String> notes,
        List<String> review,
        SubmissionOutcome outcome,
        Optional<Information> information,
        Score score,
        String key) {}
