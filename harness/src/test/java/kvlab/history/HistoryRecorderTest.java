package kvlab.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryRecorderTest {
    private final HistoryRecorder recorder = new HistoryRecorder();

    @Test
    void ordersByRecordingAndNotByTime() {
        Call put = recorder.invoked(1, new Put("k", "a"), Duration.ofSeconds(2));
        Call get = recorder.invoked(2, new Get("k"), Duration.ofSeconds(1));
        recorder.returned(get, "a", Duration.ofSeconds(1));
        recorder.returned(put, Duration.ofSeconds(1));

        List<Call> calls = recorder.history().calls();
        assertEquals(
                List.of(0, 1),
                calls.stream().map(call -> call.invoked().position()).toList());
        assertEquals(
                new Outcome.Returned(new Moment(3, Duration.ofSeconds(1)), ""),
                calls.get(0).outcome());
        assertEquals(
                new Outcome.Returned(new Moment(2, Duration.ofSeconds(1)), "a"),
                calls.get(1).outcome());
    }

    @Test
    void aHistoryIsNotChangedByWhatIsRecordedLater() {
        Call put = recorder.invoked(1, new Put("k", "a"), Duration.ZERO);
        History before = recorder.history();
        recorder.returned(put, Duration.ZERO);
        assertTrue(before.calls().get(0).isPending());
    }

    @Test
    void aDiscardedCallIsGone() {
        recorder.discard(recorder.invoked(1, new Get("k"), Duration.ZERO));
        assertEquals(List.of(), recorder.history().calls());
    }

    @Test
    void aCallEndsOnce() {
        Call put = recorder.invoked(1, new Put("k", "a"), Duration.ZERO);
        recorder.returned(put, Duration.ZERO);
        assertThrows(IllegalStateException.class, () -> recorder.returned(put, Duration.ZERO));
        assertThrows(IllegalStateException.class, () -> recorder.discard(put));
    }

    @Test
    void onlyAGetReturnsAValue() {
        Call put = recorder.invoked(1, new Put("k", "a"), Duration.ZERO);
        Call get = recorder.invoked(1, new Get("k"), Duration.ZERO);
        assertThrows(IllegalArgumentException.class, () -> recorder.returned(put, "a", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> recorder.returned(get, Duration.ZERO));
    }
}
