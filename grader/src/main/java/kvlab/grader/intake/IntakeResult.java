package kvlab.grader.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.FileTree;
import kvlab.grader.intake.files.Origin;

/** The result of opening one upload. */
public sealed interface IntakeResult {

    /** The submission; otherwise throws the exception that the caller creates from the reason. */
    default <X extends Throwable> Submission orThrow(Function<String, X> exception) throws X {
        if (this instanceof Received received) {
            return received.submission();
        }
        throw exception.apply(
                (this instanceof Unusable unusable ? unusable.reason() : ((NotRead) this).reason()).message());
    }

    /**
     * A submission that can be compiled.
     *
     * @param submission the main file and the other sources in its directory
     * @param mainFile the main file's path in the tree
     * @param tree all files, to be compared with the kit
     * @param time when it was handed in, by the collecting system or else by the commit; empty if unknown
     * @param notes notes for the staff
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

        /** The same commit, on a branch. */
        public Received from(Origin commit) {
            return new Received(submission, mainFile, tree, commit, time, notes);
        }
    }

    /**
     * The student must hand in something else.
     *
     * @param reason what was found and what to do, for the student
     */
    record Unusable(Diagnostic reason) implements IntakeResult {}

    /**
     * The upload could not be read on this machine, through no fault of the student: to be retried.
     *
     * @param reason what happened and what to do, for the staff
     */
    record NotRead(Diagnostic reason) implements IntakeResult {}
}
