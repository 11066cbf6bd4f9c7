package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kvlab.cluster.Clerk;
import kvlab.cluster.ExpectationFailed;

/**
 * The work of the rounds: Clerk c owns key c, puts "" there first, and then appends "x c j y" with j counting up, or gets
 * the key, which must read what it has written itself.
 */
final class OwnKeys implements Rounds.Workload {
    /** How often each Clerk has appended in this round, by the number of its key. */
    private final List<Integer> appended = new ArrayList<>();

    OwnKeys(int clerks) {
        for (int number = 0; number < clerks; number++) {
            appended.add(0);
        }
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        String key = "" + number;
        if (call == 0) {
            appended.set(number, 0);
            clerk.put(key, "");
        } else if (clerk.random().nextBoolean()) {
            int next = appended.get(number);
            clerk.append(key, Appends.part(number, next));
            appended.set(number, next + 1);
        } else {
            expectWritten(clerk, number);
        }
    }

    /** Each "x c j y" of this round is there once, in the order of j, and nothing else. */
    @Override
    public void check(Clerk witness) {
        for (int number = 0; number < appended.size(); number++) {
            expectWritten(witness, number);
        }
    }

    private void expectWritten(Clerk clerk, int number) {
        String key = "" + number;
        List<String> expected = IntStream.range(0, appended.get(number))
                .mapToObj(count -> Appends.part(number, count))
                .toList();
        Appends.in(clerk.get(key)).wrongAgainst(expected).ifPresent(wrong -> {
            throw new ExpectationFailed("expected get(\"" + key + "\") of " + clerk.name() + " to read what was written"
                    + " there since put(\"" + key + "\", \"\"), " + expected.size() + " appends, but " + wrong);
        });
    }
}
