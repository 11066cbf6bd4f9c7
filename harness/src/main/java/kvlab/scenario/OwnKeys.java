package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import kvlab.cluster.Clerk;
import kvlab.cluster.ExpectationFailed;

/**
 * The work of the rounds: Clerk c owns key c, puts "" there first, and then appends "x c j y" with j counting up, or gets
 * the key, which must read what it has written itself.
 */
final class OwnKeys implements Rounds.Workload {
    private final List<StringBuilder> written = new ArrayList<>();
    private final List<Integer> appended = new ArrayList<>();

    OwnKeys(int clerks) {
        for (int number = 0; number < clerks; number++) {
            written.add(new StringBuilder());
            appended.add(0);
        }
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        String key = "" + number;
        if (call == 0) {
            written.get(number).setLength(0);
            appended.set(number, 0);
            clerk.put(key, "");
        } else if (clerk.random().nextBoolean()) {
            int next = appended.get(number);
            String value = value(number, next);
            clerk.append(key, value);
            written.get(number).append(value);
            appended.set(number, next + 1);
        } else {
            expectWritten(clerk, number);
        }
    }

    /** Each "x c j y" of this round is there once, in the order of j, and nothing else. */
    @Override
    public void check(Clerk witness) {
        for (int number = 0; number < written.size(); number++) {
            expectWritten(witness, number);
        }
    }

    private void expectWritten(Clerk clerk, int number) {
        String key = "" + number;
        String expected = written.get(number).toString();
        String value = clerk.get(key);
        if (!value.equals(expected)) {
            throw new ExpectationFailed("expected get(\"" + key + "\") of " + clerk.name() + " to read what was written"
                    + " there. " + difference(expected, value));
        }
    }

    static String value(int number, int count) {
        return "x " + number + " " + count + " y";
    }

    /** In words, where two values part: they can be long. */
    static String difference(String expected, String value) {
        int same = 0;
        while (same < Math.min(expected.length(), value.length()) && expected.charAt(same) == value.charAt(same)) {
            same++;
        }
        return "After " + same + " characters there should be \"" + beginning(expected, same) + "\", but there is \""
                + beginning(value, same) + "\"";
    }

    private static String beginning(String text, int from) {
        String rest = text.substring(from);
        return rest.length() > 40 ? rest.substring(0, 40) + "..." : rest;
    }
}
