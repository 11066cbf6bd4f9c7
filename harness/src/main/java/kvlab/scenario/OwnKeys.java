package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import kvlab.cluster.Clerk;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/**
 * The work of the rounds: Clerk c owns key c, puts "" there first, and then appends "x c j y" with j counting up, or
 * gets the key, which must return its own writes.
 */
final class OwnKeys implements Rounds.Workload {
    /** What each Clerk has appended in this round, by the number of its key. */
    private final List<List<String>> appended = new ArrayList<>();

    OwnKeys(int clerks) {
        for (int number = 0; number < clerks; number++) {
            appended.add(new ArrayList<>());
        }
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        String key = "" + number;
        if (call == 0) {
            appended.get(number).clear();
            clerk.put(key, "");
        } else if (clerk.random().nextBoolean()) {
            List<String> own = appended.get(number);
            String part = Appends.part(number, own.size());
            clerk.append(key, part);
            own.add(part);
        } else {
            expectWritten(clerk, number);
        }
    }

    /** The value must consist of each "x c j y" of this round, once, in the order of j. */
    @Override
    public void check(Clerk witness) {
        for (int number = 0; number < appended.size(); number++) {
            expectWritten(witness, number);
        }
    }

    private void expectWritten(Clerk clerk, int number) {
        String key = "" + number;
        List<String> expected = appended.get(number);
        Appends.differenceIn(clerk.get(key), expected).ifPresent(difference -> {
            throw new ExpectationFailed(difference.addTo(Diagnostic.of("extended.wrong-appends")
                    .with("key", Quote.of(key))
                    .with("client", clerk.name())
                    .with("appends", expected.size())));
        });
    }
}
