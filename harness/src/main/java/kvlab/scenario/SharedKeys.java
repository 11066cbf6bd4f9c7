package kvlab.scenario;

import java.util.random.RandomGenerator;
import kvlab.cluster.Clerk;
import kvlab.cluster.Cluster;
import kvlab.reduction.Kind;
import kvlab.workload.Data;

/** Work of all Clerks on all keys: half appends, a few puts, the others gets. The check is that of the whole history. */
final class SharedKeys implements Rounds.Workload {
    private final Cluster cluster;
    private final Data data;
    private final int keys;
    private int appends;

    SharedKeys(Cluster cluster, int keys) {
        this.cluster = cluster;
        this.data = cluster.data();
        this.keys = keys;
    }

    @Override
    public void begin() {
        // nothing: the keys of earlier rounds are used on
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        RandomGenerator random = clerk.random();
        int key = random.nextInt(keys);
        int choice = random.nextInt(100);
        if (!cluster.includes(Kind.CALL, clerk.number(), call)) {
            return;
        }
        if (choice < 50) {
            write(clerk, number, key);
        } else if (choice < 55) {
            clerk.put(data.key(key), data.value());
        } else {
            read(clerk, number, key);
        }
    }

    @Override
    public void write(Clerk clerk, int number, int key) {
        clerk.append(data.key(key), data.parts().part(number, appends++));
    }

    @Override
    public void writeEqual(Clerk clerk, int number, int key, int occasion) {
        clerk.append(data.key(key), data.parts().part(keys, occasion));
    }

    @Override
    public void read(Clerk clerk, int number, int key) {
        clerk.get(data.key(key));
    }

    @Override
    public void check(Clerk witness) {
        data.keys(keys).forEach(witness::get);
    }
}
