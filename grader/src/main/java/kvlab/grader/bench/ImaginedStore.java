package kvlab.grader.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kvlab.history.Append;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.History;
import kvlab.history.HistoryRecorder;
import kvlab.history.Operation;
import kvlab.history.Outcome;
import kvlab.history.Put;

/**
 * Generates linearizable histories: each call takes effect atomically between its start and its end. Half of the calls
 * are appends, nearly all others gets. Deterministic for given sizes.
 */
final class ImaginedStore {
    private final Random random = new Random(1);
    private final Map<String, String> store = new HashMap<>();
    private final HistoryRecorder recorder = new HistoryRecorder();
    private final int keys;
    private int writes;
    private int position;

    /** A pending call. */
    private static final class Open {
        private final Call call;
        private String result;

        Open(Call call) {
            this.call = call;
        }
    }

    ImaginedStore(int clients, int calls, int keys) {
        this.keys = keys;
        Open[] open = new Open[clients];
        int begun = 0;
        int running = 0;
        while (begun < calls || running > 0) {
            int client = random.nextInt(clients);
            if (open[client] == null) {
                if (begun < calls) {
                    open[client] = new Open(recorder.invoked(client, operation(), now()));
                    begun++;
                    running++;
                }
            } else if (open[client].result == null) {
                open[client].result = apply(open[client].call.operation());
            } else {
                end(open[client]);
                open[client] = null;
                running--;
            }
        }
    }

    History history() {
        return recorder.history();
    }

    /** A history in which the last get of a non-empty value returns an empty one. */
    History historyWithOneWrongGet() {
        List<Call> calls = new ArrayList<>(history().calls());
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            if (call.operation() instanceof Get
                    && call.outcome() instanceof Outcome.Returned returned
                    && !returned.value().isEmpty()) {
                Outcome nothing = new Outcome.Returned(returned.at(), "");
                calls.set(i, new Call(call.number(), call.client(), call.operation(), call.invoked(), nothing));
                return new History(calls);
            }
        }
        throw new IllegalStateException("no get of this history has read anything");
    }

    private Operation operation() {
        String key = "k" + random.nextInt(keys);
        int choice = random.nextInt(100);
        if (choice < 45) {
            return new Get(key);
        }
        String value = "x " + writes++ + " y";
        return choice < 50 ? new Put(key, value) : new Append(key, value);
    }

    private String apply(Operation operation) {
        if (operation instanceof Put put) {
            store.put(put.key(), put.value());
        } else if (operation instanceof Append append) {
            store.merge(append.key(), append.value(), String::concat);
        }
        return operation instanceof Get ? store.getOrDefault(operation.key(), "") : "";
    }

    private void end(Open open) {
        if (open.call.operation() instanceof Get) {
            recorder.returned(open.call, open.result, now());
        } else {
            recorder.returned(open.call, now());
        }
    }

    private Duration now() {
        return Duration.ofMillis(position++);
    }
}
