package kvlab.schedule;

/** The command line that replays one schedule. */
public final class Replay {

    private Replay() {}

    /**
     * @param command its start, such as {@code ./kvlab test skeleton}
     * @param suite its name; {@code core} is the default
     */
    public static String line(String command, String suite, int test, long seed) {
        return command + (suite.equals("core") ? "" : " --suite " + suite) + " --test " + test + " --seed " + seed;
    }
}
