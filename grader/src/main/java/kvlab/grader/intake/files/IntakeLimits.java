package kvlab.grader.intake.files;

import java.time.Duration;

/**
 * The limits on reading one submission.
 *
 * @param entries number of files, directories and others, read or not
 * @param fileBytes the size of a file that is read; for a larger one only the name is recorded
 * @param archiveBytes the size of an archive, which is held in memory
 * @param totalBytes the size of all files, unpacked
 * @param ratio the maximum compression ratio, for archives that unpack to more than 4 MiB
 * @param git the time limit for one call of git
 */
public record IntakeLimits(int entries, int fileBytes, int archiveBytes, long totalBytes, int ratio, Duration git) {

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(20_000, 1 << 20, 32 << 20, 64L << 20, 250, Duration.ofSeconds(30));

    private static final long RATIO_COUNTS_FROM = 4 << 20;

    /** The maximum unpacked size for an archive of this size. */
    public long unpacked(long archive) {
        return Math.min(totalBytes, Math.max(RATIO_COUNTS_FROM, archive * ratio));
    }
}
