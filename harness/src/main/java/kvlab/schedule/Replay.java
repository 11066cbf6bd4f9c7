package kvlab.schedule;

/**
 * Names one schedule, so that it can be replayed.
 *
 * @param suite the suite's name
 * @param edition the suite's {@linkplain Suite#edition edition}: in another one, the seed is another schedule
 * @param test the test's number in its suite
 */
public record Replay(String suite, int edition, int test, long seed) {

    public static Replay of(TestCase test, long seed) {
        return new Replay(test.suite().name(), test.suite().edition(), test.number(), seed);
    }

    /**
     * The command line that replays the schedule.
     *
     * @param command its start, such as {@code ./kvlab test skeleton}; {@code core} is its default suite
     */
    public String line(String command) {
        return command + (suite.equals("core") ? "" : " --suite " + suite) + " --test " + test + " --seed " + seed
                + " --edition " + edition;
    }
}
