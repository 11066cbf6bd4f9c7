package kvlab.history;

import java.time.Duration;
import java.util.Objects;

/**
 * When a call began or ended.
 *
 * @param position the place among all beginnings and ends of the history, from 0: this is what orders calls
 * @param at time since the cluster started; for people only, it orders nothing
 */
public record Moment(int position, Duration at) {
    public Moment {
        Objects.requireNonNull(at, "at");
        if (position < 0) {
            throw new IllegalArgumentException("a moment's position counts from 0, this one is " + position);
        }
    }
}
