package kvlab.grader.grade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * The results of earlier runs, and what may become of them. A result that would take another's place, because the
 * submission, the policy or the kit is another by now, waits in a directory of its own until a run with {@code replace}.
 * A damaged file counts as no result, and is neither written over nor deleted, but set aside for people to look at.
 */
public final class KeptResults {

    /** Below the directory of results: where those go that would take another's place. */
    public static final String WAITING = "waiting";

    private final ResultDirectory results;
    private final ResultDirectory waiting;
    private final boolean replace;
    private final boolean undecidedAgain;

    /**
     * @param waiting where results go that would take another's place
     * @param replace whether they take it
     * @param undecidedAgain whether submissions that the kit could not decide are graded again
     */
    public KeptResults(ResultDirectory results, ResultDirectory waiting, boolean replace, boolean undecidedAgain) {
        this.results = results;
        this.waiting = waiting;
        this.replace = replace;
        this.undecidedAgain = undecidedAgain;
    }

    /** The result with this key, if it was made before, which is kept. */
    Optional<Batch.Step> known(String submission, String key) throws IOException {
        Optional<SubmissionResult> found = Stream.of(results, waiting)
                .flatMap(directory -> directory.read(submission).results().stream())
                .filter(result -> result.key().equals(key) && (result.decided() || !undecidedAgain))
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
