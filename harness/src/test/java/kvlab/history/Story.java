package kvlab.history;

import java.time.Duration;

/** Records a history step by step, with 10 ms between steps. */
final class Story {
    private final HistoryRecorder recorder = new HistoryRecorder();
    private Duration now = Duration.ZERO;

    /** A write from beginning to end, with nothing in between. */
    Story did(long client, Operation write) {
        recorder.returned(begins(client, write), tick());
        return this;
    }

    /** A get from beginning to end, with nothing in between. */
    Story saw(long client, String key, String value) {
        recorder.returned(begins(client, new Get(key)), value, tick());
        return this;
    }

    Call begins(long client, Operation operation) {
        return recorder.invoked(client, operation, tick());
    }

    void ends(Call write) {
        recorder.returned(write, tick());
    }

    void ends(Call get, String value) {
        recorder.returned(get, value, tick());
    }

    void hadNoEffect(Call call) {
        recorder.discard(call);
    }

    History history() {
        return recorder.history();
    }

    private Duration tick() {
        now = now.plusMillis(10);
        return now;
    }
}
