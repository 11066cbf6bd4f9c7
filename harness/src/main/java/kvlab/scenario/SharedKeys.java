package kvlab.scenario;

import java.util.random.RandomGenerator;
import kvlab.cluster.Clerk;

/** Work of all Clerks on all keys: half appends, a few puts, the others gets. The check is that of the whole history. */
final class SharedKeys implements Rounds.Workload {
    private final int keys;

    SharedKeys(int keys) {
        this.keys = keys;
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        RandomGenerator random = clerk.random();
        String key = "" + random.nextInt(keys);
        String value = "x " + clerk.number() + " " + call + " y";
        int choice = random.nextInt(100);
        if (choice < 50) {
            clerk.append(key, value);
        } else if (choice < 55) {
            clerk.put(key, value);
        } else {
            clerk.get(key);
        }
    }

    @Override
    public void check(Clerk witness) {
        for (int key = 0; key < keys; key++) {
            witness.get("" + key);
        }
    }
}
