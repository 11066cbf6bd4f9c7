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
 * The results of earlier runs. A new result for a changed submission, policy or kit does not overwrite the old one: it
 * is stored in a separate directory until a run with {@code replace}. A damaged file is ignored and renamed, never
 * overwritten or deleted.
 *
 * @param waiting the directory of results that would replace another
 * @param replace whether they replace it
 * @param undecidedAgain whether submissions that the kit could not decide are graded again
 */
public record KeptResults(ResultDirectory results, ResultDirectory waiting, boolean replace, boolean undecidedAgain) {

    /** Subdirectory for results that would replace another. */
    public static final String WAITING = "waiting";

    /** An unusable file and its new path. */
    public record SetAside(ResultDirectory.Unusable unusable, Path keptAs) {}

    /** The stored result of this submission in this state, if any. */
    Optional<Batch.Step> known(SubmissionHeader header) throws IOException {
        Optional<SubmissionResult> found = Stream.of(results, waiting)
                .flatMap(directory -> directory.read(header.student().fileName()).results().stream())
                .filter(result -> result.key().equals(header.key()) && (result.decided() || !undecidedAgain))
                .findFirst();
        return found.isPresent() ? Optional.of(keep(found.get(), false)) : Optional.empty();
    }

    /**
     * Stores a result. One with the same key is always replaced: it differs only in tests that were undecided.
     *
     * @param graded false if the result was stored already
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

    /** Sets damaged files aside and returns the stored result. */
    private static Optional<SubmissionResult> setAside(
            ResultDirectory directory, String submission, List<SetAside> setAside) throws IOException {
        ResultDirectory.Contents there = directory.read(submission);
        for (ResultDirectory.Unusable unusable : there.unusable()) {
            setAside.add(new SetAside(unusable, directory.setAside(unusable)));
        }
        return there.results().stream().findFirst();
    }
}
