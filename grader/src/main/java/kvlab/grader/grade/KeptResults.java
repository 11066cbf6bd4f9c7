package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * The results of earlier runs, and what may become of them. A result that would take another's place, because the
 * submission, the policy or the kit is another by now, waits in a directory of its own until a run with {@code replace}.
 * A damaged file counts as no result, and is neither written over nor deleted, but set aside for people to look at.
 *
 * @param waiting where results go that would take another's place
 * @param replace whether they take it
 * @param undecidedAgain whether submissions that the kit could not decide are graded again
 */
public record KeptResults(ResultDirectory results, ResultDirectory waiting, boolean replace, boolean undecidedAgain) {

    /** Below the directory of results: where those go that would take another's place. */
    public static final String WAITING = "waiting";

    /** A file that was in a result's place, and what it is called now. */
    public record SetAside(ResultDirectory.Unusable unusable, Path keptAs) {}

    /** The result of this submission in this state, if it was made before, which is kept. */
    Optional<Batch.Step> known(SubmissionHeader header) throws IOException {
        Optional<SubmissionResult> found = Stream.of(results, waiting)
                .flatMap(directory -> directory.read(header.student().fileName()).results().stream())
                .filter(result -> result.key().equals(header.key()) && (result.decided() || !undecidedAgain))
                .findFirst();
        return found.isPresent() ? Optional.of(keep(found.get(), false)) : Optional.empty();
    }

    /**
     * Keeps a result. One of the same key is replaced without asking: it differs only in what the kit could not decide then.
     *
     * @param graded false if the result was there already
     */
    Batch.Step keep(SubmissionResult result, boolean graded) throws IOException {
        Optional<SubmissionResult> other = results.read(result.submission()).results().stream()
                .findFirst()
                .filter(old -> !old.key().equals(result.key()));
        List<SetAside> setAside = new ArrayList<>();
        if (other.isPresent() && !replace) {
            put(waiting, result, setAside);
        } else {
            put(results, result, setAside);
            setAside(waiting, result.submission(), setAside);
            waiting.delete(result.submission());
        }
        return new Batch.Step(result, other, graded, setAside);
    }

    private static void put(ResultDirectory directory, SubmissionResult result, List<SetAside> setAside)
            throws IOException {
        if (!setAside(directory, result.submission(), setAside).equals(Optional.of(result))) {
            directory.write(result);
        }
    }

    /** Sets aside what is damaged there, and returns the result that is there. */
    private static Optional<SubmissionResult> setAside(
            ResultDirectory directory, String submission, List<SetAside> setAside) throws IOException {
        ResultDirectory.Contents there = directory.read(submission);
        for (ResultDirectory.Unusable unusable : there.unusable()) {
            setAside.add(new SetAside(unusable, directory.setAside(unusable)));
        }
        return there.results().stream().findFirst();
    }
}
