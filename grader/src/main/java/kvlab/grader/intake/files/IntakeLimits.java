package kvlab.grader.intake.files;

import java.time.Duration;

/**
 * What reading one submission may cost.
 *
 * @param entries files, directories and others, read or not
 * @param fileBytes of a file that is read; of a larger one no more than the name is taken
 * @param archiveBytes as uploaded; an archive is held in memory
 * @param totalBytes of all files, unpacked
 * @param ratio how many times larger than the archive the files may be, for those who unpack to more than 4 MiB
 * @param git the time that one call of git may take
 */
public record IntakeLimits(int entries, int fileBytes, int archiveBytes, long totalBytes, int ratio, Duration git) {

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(20_000, 1 << 20, 32 << 20, 64L << 20, 250, Duration.ofSeconds(30));

    private static final long RATIO_COUNTS_FROM = 4 << 20;

    /** How much may come out of an archive of this size. */
    public long unpacked(long archive) {
        return Math.min(totalBytes, Math.max(RATIO_COUNTS_FROM, archive * ratio));
    }
}
