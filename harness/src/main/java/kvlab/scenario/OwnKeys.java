package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.cluster.Clerk;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.reduction.Kind;
import kvlab.workload.Data;

/**
 * The work of the rounds: Clerk c owns key c, puts "" there first, and then appends "x c j y" with j counting up, or
 * gets the key, which must return its own writes. In part of the rounds Clerks also append to keys of others, and get
 * these. A single Clerk may own several keys.
 */
final class OwnKeys implements Rounds.Workload {
    private static final int MAX_KEYS_OF_ONE = 3;

    private final Cluster cluster;
    private final Data data;
    private final RandomGenerator random;
    private final int clerks;

    /** By the number of the key. */
    private final List<Written> written = new ArrayList<>();

    private final boolean[] ready;
    private final int[] appends;
    private boolean shared;

    OwnKeys(Cluster cluster, int clerks) {
        this.cluster = cluster;
        this.data = cluster.data();
        this.random = cluster.random("owners", 0);
        this.clerks = clerks;
        int keys = clerks > 1 || data.isPlain() ? clerks : 1 + random.nextInt(MAX_KEYS_OF_ONE);
        for (int key = 0; key < keys; key++) {
            written.add(new Written(data.parts(), clerks));
        }
        ready = new boolean[keys];
        appends = new int[clerks];
    }

    @Override
    public void begin() {
        shared = clerks > 1 && !data.isPlain() && random.nextInt(3) == 0;
        for (int key = 0; key < ready.length; key++) {
            ready[key] = false;
        }
    }

    @Override
    public void step(Clerk clerk, int number, int call) {
        RandomGenerator choice = clerk.random();
        int own = number + call * clerks;
        if (own < ready.length) {
            if (cluster.includes(Kind.CALL, clerk.number(), call)) {
                written.get(own).clear();
                clerk.put(data.key(own), "");
                ready[own] = true;
            }
            return;
        }
        int key = key(choice, number);
        boolean writes = choice.nextBoolean();
        if (!cluster.includes(Kind.CALL, clerk.number(), call)) {
            return;
        }
        if (writes) {
            write(clerk, number, key);
        } else {
            read(clerk, number, key);
        }
    }

    private int key(RandomGenerator choice, int number) {
        if (clerks == 1) {
            return choice.nextInt(ready.length);
        }
        int other = shared && choice.nextInt(5) < 2 ? choice.nextInt(ready.length) : number;
        return ready[other] ? other : number;
    }

    @Override
    public void write(Clerk clerk, int number, int key) {
        String part = data.parts().part(number, appends[number]++);
        written.get(key).begin(number);
        clerk.append(data.key(key), part);
        written.get(key).add(number, part);
    }

    @Override
    public void writeEqual(Clerk clerk, int number, int key, int occasion) {
        String part = data.parts().part(clerks, occasion); // of none of the Clerks
        written.get(key).begin(number);
        clerk.append(data.key(key), part);
        written.get(key).addEqual(part);
    }

    @Override
    public void read(Clerk clerk, int number, int key) {
        Written parts = written.get(key);
        String value = clerk.get(data.key(key));
        if (parts.isOnly(number)) {
            expectWritten(clerk, key, value);
        }
    }

    /** The value must consist of all parts that were appended in this round, once, each Clerk's in order. */
    @Override
    public void check(Clerk witness) {
        IntStream.range(0, written.size()).forEach(key -> expectWritten(witness, key, witness.get(data.key(key))));
    }

    private void expectWritten(Clerk clerk, int key, String value) {
        Written parts = written.get(key);
        parts.differenceIn(value).ifPresent(difference -> {
            throw new ExpectationFailed(difference.addTo(Diagnostic.of("extended.wrong-appends")
                    .with("key", Quote.of(data.key(key)))
                    .with("client", clerk.name())
                    .with("appends", parts.size())));
        });
    }
}
