package kvlab.history;

import java.time.Duration;
import java.util.Objects;

/**
 * When a call began or ended.
 *
 * @param position the position among all invocations and returns of the history, from 0; defines the order of calls
 * @param at time since the cluster started; only displayed, never compared
 */
public record Moment(int position, Duration at) {
    public Moment {
        Objects.requireNonNull(at, "at");
        if (position < 0) {
            throw new IllegalArgumentException("a moment's position counts from 0, this one is " + position);
        }
    }
}
