package kvlab.grader.grade;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;

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

    /** What there is of the submission with this name. */
    Entry entry(String submission) {
        return new Entry(Slot.of(results, submission), Slot.of(waiting, submission));
    }

    /**
     * What became of a result.
     *
     * @param earlier the one whose place it takes or would take
     * @param setAside damaged files that were in its place
     */
    record Kept(Optional<SubmissionResult> earlier, List<SetAside> setAside) {}

    /** What earlier runs left of one submission. Damaged results count as none. */
    final class Entry {

        private final Slot there;
        private final Slot waits;

        private Entry(Slot there, Slot waits) {
            this.there = there;
            this.waits = waits;
        }

        /** The result with this key, if it was made before. */
        Optional<SubmissionResult> with(String key) {
            return Stream.of(there, waits)
                    .flatMap(slot -> slot.result().stream())
                    .filter(found -> found.key().equals(key) && (found.decided() || !undecidedAgain))
                    .findFirst();
        }

        /**
         * Keeps a result.
         *
         * <p>A result of the same key is replaced without asking: it differs only in what the kit could not decide then.
         */
        Kept keep(SubmissionResult result) throws IOException {
            Optional<SubmissionResult> other =
                    there.result().filter(old -> !old.key().equals(result.key()));
            if (other.isPresent() && !replace) {
                return new Kept(other, waits.put(result).stream().toList());
            }
            Optional<SetAside> first = there.put(result);
            Optional<SetAside> second = waits.clear();
            return new Kept(
                    other, Stream.of(first, second).flatMap(Optional::stream).toList());
        }
    }
}
