package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import kvlab.schedule.Verdict;

/** One line of a child's report, in chronological order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "report")
sealed interface Report {

    /** The job was parsed; the submission's code runs from here on. */
    record Running() implements Report {}

    record TestStarted(int test) implements Report {}

    record ScheduleEnded(int test, long seed, Verdict verdict) implements Report {}

    record TestEnded(int test) implements Report {}

    /** How the first failed schedule of a test came to its verdict, in lines. Comes after all tests. */
    record Explained(int test, long seed, String story) implements Report {
        public Explained {
            Objects.requireNonNull(story);
        }
    }

    /** A piece of the data of that schedule's picture, in base 64; the pieces come in order, after all tests. */
    record PicturePiece(int test, long seed, String base64) implements Report {
        public PicturePiece {
            Objects.requireNonNull(base64);
        }
    }

    /** That schedule's picture is too large to be sent. */
    record PictureTooLarge(int test, long seed) implements Report {}

    /** All tests of the job have ended; nothing follows. */
    record Done() implements Report {}

    /** The kit itself failed; nothing follows. */
    record KitFailed(Verdict.InfrastructureError error) implements Report {}
}
