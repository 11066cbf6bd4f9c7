package kvlab.grader.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one thing that was handed in. */
public sealed interface IntakeResult {

    /** Whose it is. */
    Student student();

    /** The submission, or else the exception that the caller makes of the line that says why there is none. */
    default <X extends Throwable> Submission orThrow(Function<String, X> exception) throws X {
        if (this instanceof Received received) {
            return received.submission();
        }
        throw exception.apply(this instanceof Unusable unusable ? unusable.line() : ((NotRead) this).line());
    }

    /**
     * A submission that can go on.
     *
     * @param submission the main file and the sources beside it
     * @param mainFile the main file's path in the tree
     * @param tree all files, for whoever compares them with the kit
     * @param origin where it came from
     * @param time when it was handed in: the collecting system's word, or else the commit's; empty if nobody says
     * @param notes what a TA may want to know, a line each
     */
    record Received(
            Student student,
            Submission submission,
            String mainFile,
            FileTree tree,
            Origin origin,
            Optional<Instant> time,
            List<String> notes)
            implements IntakeResult {

        public Received {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The student must hand in something else.
     *
     * @param line what is there and what to do, for the student
     */
    record Unusable(Student student, String line) implements IntakeResult {}

    /**
     * This machine could not read it, which says nothing about the student: to be tried again.
     *
     * @param line what happened and what to do, for the TA
     */
    record NotRead(Student student, String line) implements IntakeResult {}
}
