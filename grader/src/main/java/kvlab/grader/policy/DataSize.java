package kvlab.grader.policy;

/** An amount of memory or text. */
public record DataSize(long bytes) {

    private static final long KIBI = 1024;
    private static final long MEBI = KIBI * KIBI;
    private static final long GIBI = KIBI * MEBI;

    public static DataSize kibibytes(long count) {
        return new DataSize(Math.multiplyExact(count, KIBI));
    }

    public static DataSize gibibytes(long count) {
        return new DataSize(Math.multiplyExact(count, GIBI));
    }

    public static DataSize mebibytes(long count) {
        return new DataSize(Math.multiplyExact(count, MEBI));
    }

    /** Rounded up. */
    public long inMebibytes() {
        return (bytes + MEBI - 1) / MEBI;
    }

    /** In the notation of policy files. */
    @Override
    public String toString() {
        if (bytes % GIBI == 0) {
            return bytes / GIBI + " GiB";
        }
        return bytes % MEBI == 0 ? bytes / MEBI + " MiB" : bytes / KIBI + " KiB";
    }
}
