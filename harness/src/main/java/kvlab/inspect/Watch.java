package kvlab.inspect;

import java.util.List;
import kvlab.inspect.Value.Parts;
import kvlab.inspect.Value.Text;

/** Follows what one object of a submission holds, for the time of one schedule. */
public final class Watch {
    private static final Difference EXHAUSTED =
            new Difference(List.of(new Change("(fields)", "", "", "not read any more: they are too large")), 0);

    private final Inspector inspector;
    private Value last;
    private boolean ended;

    public Watch(Inspector inspector) {
        this.inspector = inspector;
    }

    /** Reads the object again. Its differences from the last read; at first all its fields are new. */
    public Difference read(Object object) {
        if (ended) {
            return Difference.NONE;
        }
        if (inspector.isExhausted()) {
            ended = true;
            last = null;
            return EXHAUSTED;
        }
        Value now = inspector.read(object);
        Value before = last == null ? nothingOf(now) : last;
        last = now;
        return Difference.between(before, now);
    }

    /** What the first read is compared with. */
    private static Value nothingOf(Value value) {
        return value instanceof Parts parts ? new Parts(parts.kind(), parts.type(), List.of(), 0) : new Text("");
    }
}
