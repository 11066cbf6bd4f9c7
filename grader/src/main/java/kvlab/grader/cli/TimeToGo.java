package kvlab.grader.cli;

import java.time.Duration;
import java.util.Optional;

/** How long a batch will still take, by how long it has taken so far. */
final class TimeToGo {

    /** The first submissions say little: they start together, and processes start with them. */
    private static final int LEAST = 4;

    private static final int SECONDS_OF_A_MINUTE = 60;

    private TimeToGo() {}

    /**
     * Such as {@code about 3 min to go}; empty as long as nobody can say.
     *
     * @param done how many submissions were graded in this time
     * @param left how many are left
     */
    static Optional<String> inWords(Duration spent, int done, int left) {
        return done < LEAST || left == 0
                ? Optional.empty()
                : Optional.of("about " + rounded(spent.multipliedBy(left).dividedBy(done)) + " to go");
    }

    /** Such as {@code 40 s} or {@code 3 min}. */
    static String rounded(Duration time) {
        long seconds = Math.max(1, time.plusMillis(500).toSeconds());
        return seconds < 2 * SECONDS_OF_A_MINUTE
                ? seconds + " s"
                : (seconds + SECONDS_OF_A_MINUTE / 2) / SECONDS_OF_A_MINUTE + " min";
    }
}
