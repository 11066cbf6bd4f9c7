package kvlab.schedule;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.reduction.Reduction;
import kvlab.reduction.ReductionCode;

/**
 * Names one schedule, and what is left of it: {@code core/5/81} is seed 81 of core test 5, and {@code core/5/81~2.AQcB}
 * what is left of it by a {@linkplain ReductionCode code}, in edition 2 of the suite.
 *
 * @param edition the suite's edition, in which the seed and the code have their meaning; empty for the present one
 * @param reduction what is left of the schedule
 * @param finding one byte that tells the kind of failure that is expected; 0 if nothing is taken away
 */
public record ReplayLine(String suite, int test, long seed, OptionalInt edition, Reduction reduction, int finding) {
    private static final Pattern FORM = Pattern.compile(
            "((?<suite>[a-z]{1,20})/(?<test>\\d{1,3})/(?<seed>-?\\d{1,19})(~(?<edition>\\d{1,6})\\.)?)(?<code>.*)",
            Pattern.DOTALL);

    /** The line of a whole schedule. */
    public static ReplayLine of(TestCase test, long seed) {
        return new ReplayLine(test.suite().name(), test.number(), seed, OptionalInt.empty(), Reduction.NONE, 0);
    }

    /** The line of a schedule of which something is left. */
    public static ReplayLine of(TestCase test, long seed, Reduction reduction, int finding) {
        return new ReplayLine(
                test.suite().name(),
                test.number(),
                seed,
                OptionalInt.of(test.suite().edition()),
                reduction,
                finding);
    }

    /** @throws IllegalArgumentException if it is no such line; the message tells a person why */
    public static ReplayLine parse(String text) {
        Matcher form = FORM.matcher(text);
        boolean matches = form.matches();
        if (!matches || (form.group("edition") == null) != form.group("code").isEmpty()) {
            throw new IllegalArgumentException(
                    "is no replay line: write SUITE/TEST/SEED, such as core/5/81, or copy a whole line such as"
                            + " core/5/81~2.AQcB");
        }
        try {
            String suite = form.group("suite");
            int test = Integer.parseInt(form.group("test"));
            long seed = Long.parseLong(form.group("seed"));
            if (form.group("edition") == null) {
                return new ReplayLine(suite, test, seed, OptionalInt.empty(), Reduction.NONE, 0);
            }
            ReductionCode.Decoded decoded = ReductionCode.decode(form.group(1), form.group("code"));
            OptionalInt edition = OptionalInt.of(Integer.parseInt(form.group("edition")));
            return new ReplayLine(suite, test, seed, edition, decoded.reduction(), decoded.finding());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("names a seed that is too large: a seed has 64 bits");
        } catch (ReductionCode.MalformedException e) {
            throw new IllegalArgumentException(e.getMessage() + "; copy the whole line once more");
        }
    }

    /**
     * The command that replays it.
     *
     * @param test the command that tests the same submission, such as {@code ./kvlab test skeleton}
     */
    public String command(String test) {
        return test.replaceFirst(" test\\b", Matcher.quoteReplacement(" replay " + this));
    }

    /** The line, which {@link #parse} reads. */
    @Override
    public String toString() {
        String schedule = suite + "/" + test + "/" + seed;
        if (edition.isEmpty()) {
            return schedule;
        }
        String beginning = schedule + "~" + edition.getAsInt() + ".";
        return beginning + ReductionCode.encode(beginning, reduction, finding);
    }
}
