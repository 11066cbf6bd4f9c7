package kvlab.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Histories of an imagined store, correct or damaged. Equal seeds give equal histories. */
final class RandomHistories {
    private final Random random;
    private final Workload workload;
    private int writes;

    /**
     * What clients do.
     *
     * @param valueOf the value that the n-th write writes, given n or, to have them repeat, n modulo {@code values}
     * @param puts of a hundred calls; another hundred minus puts and gets are appends
     * @param pending of a thousand calls, how many are never answered
     */
    record Workload(
            int clients,
            int calls,
            int keys,
            int puts,
            int gets,
            int pending,
            int values,
            IntFunction<String> valueOf) {}

    RandomHistories(long seed, Workload workload) {
        this.random = new Random(seed);
        this.workload = workload;
    }

    /** Each call takes effect once between its beginning and its end; without an end, once since then, or never. */
    History correct() {
        HistoryRecorder recorder = new HistoryRecorder();
        recordCorrect(recorder);
        return recorder.history();
    }

    /** Records the history after the calls already recorded. */
    void recordCorrect(HistoryRecorder recorder) {
        String[] store = new String[workload.keys];
        Arrays.fill(store, "");
        Client[] clients = new Client[workload.clients];
        List<Client> givenUp = new ArrayList<>();
        int begun = 0;
        int running = 0;
        for (int step = 0; begun < workload.calls || running > 0; step++) {
            Duration now = Duration.ofMillis(step);
            int c = random.nextInt(clients.length);
            if (!givenUp.isEmpty() && random.nextInt(8) == 0) {
                givenUp.remove(random.nextInt(givenUp.size())).perform(store);
            } else if (clients[c] == null) {
                if (begun < workload.calls) {
                    clients[c] = new Client(recorder.invoked(c, operation(), now));
                    begun++;
                    running++;
                }
            } else if (!clients[c].done && random.nextInt(1000) < workload.pending) {
                givenUp.add(clients[c]);
                clients[c] = null;
                running--;
            } else if (!clients[c].done) {
                clients[c].perform(store);
            } else {
                clients[c].record(recorder, now);
                clients[c] = null;
                running--;
            }
        }
    }

    /** A correct history in which so many gets return something else. */
    History damaged(int damages) {
        List<Call> calls = new ArrayList<>(correct().calls());
        List<Integer> gets = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).operation() instanceof Get && !calls.get(i).isPending()) {
                gets.add(i);
            }
        }
        for (int d = 0; d < damages && !gets.isEmpty(); d++) {
            int victim = gets.get(random.nextInt(gets.size()));
            Outcome.Returned end = (Outcome.Returned) calls.get(victim).outcome();
            Outcome.Returned other = (Outcome.Returned)
                    calls.get(gets.get(random.nextInt(gets.size()))).outcome();
            calls.set(
                    victim, calls.get(victim).with(new Outcome.Returned(end.at(), damage(end.value(), other.value()))));
        }
        return new History(calls);
    }

    private String damage(String value, String other) {
        String written = workload.valueOf.apply(random.nextInt(Math.max(1, Math.min(writes, workload.values))));
        return switch (random.nextInt(5)) {
            case 0 -> other;
            case 1 -> value + written;
            case 2 -> value.endsWith(written) ? value.substring(0, value.length() - written.length()) : written;
            case 3 -> value.startsWith(written) ? value.substring(written.length()) : other + written;
            default -> "";
        };
    }

    private Operation operation() {
        String key = "k" + random.nextInt(workload.keys);
        int kind = random.nextInt(100);
        if (kind < workload.gets) {
            return new Get(key);
        }
        String value = workload.valueOf.apply(writes++ % workload.values);
        return kind < workload.gets + workload.puts ? new Put(key, value) : new Append(key, value);
    }

    private static final class Client {
        private final Call call;
        private boolean done;
        private String read;

        Client(Call call) {
            this.call = call;
        }

        void perform(String[] store) {
            int key = Integer.parseInt(call.operation().key().substring(1));
            done = true;
            read = store[key];
            if (call.operation() instanceof Put put) {
                store[key] = put.value();
            } else if (call.operation() instanceof Append append) {
                store[key] += append.value();
            }
        }

        void record(HistoryRecorder recorder, Duration now) {
            if (call.operation() instanceof Get) {
                recorder.returned(call, read, now);
            } else {
                recorder.returned(call, now);
            }
        }
    }
}
