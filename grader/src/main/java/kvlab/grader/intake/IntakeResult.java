package kvlab.grader.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.FileTree;
import kvlab.grader.intake.files.Origin;

/** What became of one upload. */
public sealed interface IntakeResult {

    /** The submission, or else the exception that the caller makes of the sentence that says why there is none. */
    default <X extends Throwable> Submission orThrow(Function<String, X> exception) throws X {
        if (this instanceof Received received) {
            return received.submission();
        }
        throw exception.apply(
                (this instanceof Unusable unusable ? unusable.reason() : ((NotRead) this).reason()).message());
    }

    /**
     * A submission that can go on.
     *
     * @param submission the main file and the sources beside it
     * @param mainFile the main file's path in the tree
     * @param tree all files, to be compared with the kit
     * @param time when it was handed in: the collecting system's word, or else the commit's; empty if neither tells
     * @param notes what the staff may want to know
     */
    record Received(
            Submission submission,
            String mainFile,
            FileTree tree,
            Origin origin,
            Optional<Instant> time,
            List<Diagnostic> notes)
            implements IntakeResult {

        public Received {
            notes = List.copyOf(notes);
        }

        /** The same with other sources. */
        public Received with(Submission other) {
            return new Received(other, mainFile, tree, origin, time, notes);
        }
    }

    /**
     * The student must hand in something else.
     *
     * @param reason what is there and what to do, for the student
     */
    record Unusable(Diagnostic reason) implements IntakeResult {}

    /**
     * This machine could not read it, which says nothing about the student: to be tried again.
     *
     * @param reason what happened and what to do, for the staff
     */
    record NotRead(Diagnostic reason) implements IntakeResult {}
}
