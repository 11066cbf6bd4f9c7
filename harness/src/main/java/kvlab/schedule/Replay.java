package kvlab.schedule;

/** The line that runs one schedule again. */
public final class Replay {

    private Replay() {}

    /**
     * @param command what it begins with, such as {@code ./kvlab test skeleton}
     * @param suite its name; {@code core} is what is meant where none is named
     */
    public static String line(String command, String suite, int test, long seed) {
        return command + (suite.equals("core") ? "" : " --suite " + suite) + " --test " + test + " --seed " + seed;
    }
}
