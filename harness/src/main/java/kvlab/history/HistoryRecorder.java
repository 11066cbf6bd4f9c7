package kvlab.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Records the invocations and returns of calls. The order in which these are recorded is their real-time order; the
 * times are only displayed. A call without a recorded return is pending, and its client may make further calls.
 *
 * <p>Not thread-safe.
 */
public final class HistoryRecorder {
    private static final Outcome PENDING = new Outcome.Pending();

    private final List<Call> calls = new ArrayList<>();
    private int position;

    /** Records an invocation. The result is the handle with which to report the return. */
    public Call invoked(long client, Operation operation, Duration at) {
        Call call = new Call(calls.size(), client, operation, new Moment(position, at), PENDING);
        calls.add(call);
        position++;
        return call;
    }

    /** Records that a put or append succeeded. */
    public void returned(Call write, Duration at) {
        if (write.operation() instanceof Get) {
            throw new IllegalArgumentException("a get returns a value: tell what " + write + " read");
        }
        end(write, "", at);
    }

    /** Records that a get returned this value. */
    public void returned(Call get, String value, Duration at) {
        Objects.requireNonNull(value, "value");
        if (!(get.operation() instanceof Get)) {
            throw new IllegalArgumentException("only a get returns a value, not " + get);
        }
        end(get, value, at);
    }

    /** Removes a call that is known to have no effect, now or later. */
    public void discard(Call call) {
        requireOpen(call);
        calls.set(call.number(), null);
    }

    /** The calls recorded so far. */
    public History history() {
        return new History(calls.stream().filter(Objects::nonNull).toList());
    }

    private void end(Call call, String value, Duration at) {
        requireOpen(call);
        calls.set(call.number(), call.with(new Outcome.Returned(new Moment(position, at), value)));
        position++;
    }

    private void requireOpen(Call call) {
        if (call.number() >= calls.size() || calls.get(call.number()) != call) {
            throw new IllegalStateException(
                    call + " is not open here: it ended, was discarded, or is another recorder's");
        }
    }
}
