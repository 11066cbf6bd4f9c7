package kvlab.grader.result;

import kvlab.schedule.Replay;

/** The command that shows a schedule again. */
public final class ReplayCommand {

    /** What {@code kvlab test} tries if it is given no path. */
    public static final String DEFAULT_PATH = "skeleton";

    private ReplayCommand() {}

    /** Everything up to the suite, the test and the seed. */
    public static String prefix(String path) {
        return "./kvlab test" + (path.equals(DEFAULT_PATH) ? "" : " " + quoted(path));
    }

    public static String of(String path, String suite, int test, long seed) {
        return Replay.line(prefix(path), suite, test, seed);
    }

    /** Safe to paste into a shell. */
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./@%+=:,~][A-Za-z0-9_./@%+=:,~-]*")
                ? path
                : "'" + path.replace("'", "'\\''") + "'";
    }
}
