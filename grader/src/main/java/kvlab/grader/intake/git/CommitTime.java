package kvlab.grader.intake.git;

import java.time.Instant;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.UnusableException;

/** The time of a commit, which may be any number: it was written by the student. */
final class CommitTime {

    /** Later times have no four digits of the year. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private CommitTime() {}

    /**
     * @param seconds its time, in digits
     * @throws UnusableException if that is no time
     */
    static Origin origin(String branch, String commit, String seconds) throws UnusableException {
        try {
            long time = Long.parseLong(seconds);
            if (isTime(time)) {
                return Origin.ofCommit(branch, commit, Instant.ofEpochSecond(time));
            }
        } catch (NumberFormatException tooLarge) {
            // Refused as well.
        }
        throw new UnusableException(
                Diagnostic.of("intake.git-odd-time").with("commit", commit).with("seconds", seconds));
    }

    static String shown(long seconds) {
        return isTime(seconds) ? Instant.ofEpochSecond(seconds).toString() : seconds + " s after 1970";
    }

    private static boolean isTime(long seconds) {
        return seconds >= 0 && seconds < END_OF_TIME.getEpochSecond();
    }
}
