package kvlab.grader.batch;

import java.io.IOException;
import java.util.Optional;
import kvlab.grader.result.ResultDirectory;
import kvlab.grader.result.SubmissionResult;

/**
 * The results of earlier runs, and what may become of them. A result that would take another's place, because the
 * submission, the policy or the kit is another by now, waits in a directory of its own until it is told to.
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

    /** The result with this key, if it was made before. */
    Optional<SubmissionResult> find(String submission, String key) throws IOException {
        Optional<SubmissionResult> there = matching(results.read(submission), key);
        return there.isPresent() ? there : matching(waiting.read(submission), key);
    }

    private Optional<SubmissionResult> matching(Optional<SubmissionResult> result, String key) {
        return result.filter(found -> found.key().equals(key) && (found.decided() || !undecidedAgain));
    }

    /**
     * Keeps a result, and returns the one whose place it takes or would take.
     *
     * <p>A result of the same key is replaced without asking: it differs only in what the kit could not decide then.
     */
    Optional<SubmissionResult> keep(SubmissionResult result) throws IOException {
        Optional<SubmissionResult> there = results.read(result.submission());
        Optional<SubmissionResult> other = there.filter(old -> !old.key().equals(result.key()));
        if (other.isPresent() && !replace) {
            waiting.write(result);
        } else {
            if (!there.equals(Optional.of(result))) {
                results.write(result);
            }
            waiting.delete(result.submission());
        }
        return other;
    }
}
