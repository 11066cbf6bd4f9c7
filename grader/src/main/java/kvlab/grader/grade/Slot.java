package kvlab.grader.grade;

import java.io.IOException;
import java.util.Optional;
import kvlab.grader.grade.result.Reading;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * A submission's place in a directory of results, with what was found there. A damaged file is neither written over nor
 * deleted, but set aside: somebody may want to know what was in it.
 */
final class Slot {

    private final ResultDirectory directory;
    private final String submission;
    private final Reading found;

    private Slot(ResultDirectory directory, String submission, Reading found) {
        this.directory = directory;
        this.submission = submission;
        this.found = found;
    }

    /** Reads what is there, once. */
    static Slot of(ResultDirectory directory, String submission) {
        return new Slot(directory, submission, directory.read(submission));
    }

    /** What was found; empty also if it was damaged. */
    Optional<SubmissionResult> result() {
        return found.result();
    }

    /** Puts a result there and returns what had to be set aside for it. */
    Optional<SetAside> put(SubmissionResult result) throws IOException {
        Optional<SetAside> setAside = setAside();
        if (!found.result().equals(Optional.of(result))) {
            directory.write(result);
        }
        return setAside;
    }

    /** Leaves no result there and returns what had to be set aside. */
    Optional<SetAside> clear() throws IOException {
        Optional<SetAside> setAside = setAside();
        directory.delete(submission);
        return setAside;
    }

    private Optional<SetAside> setAside() throws IOException {
        return found.damaged().isEmpty()
                ? Optional.empty()
                : Optional.of(new SetAside(
                        found.damaged().get(),
                        directory.setAside(found.damaged().get())));
    }
}
