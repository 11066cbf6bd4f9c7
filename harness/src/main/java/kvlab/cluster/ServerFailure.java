package kvlab.cluster;

import java.time.Duration;
import kvlab.sim.Trace;

/** An exception got out of a server's code. The message is one line: which call of which server, what, where, when. */
public final class ServerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String stack;

    ServerFailure(String server, String call, Throwable thrown, Duration at) {
        super(call + " on " + server + " threw " + StudentCode.name(thrown) + " ("
                + StudentCode.place(thrown).map(place -> place + ", at ").orElse("at ")
                + Trace.seconds(at) + ")");
        this.stack = StudentCode.stackTrace(thrown);
    }

    /** The stack trace, in lines, reduced to the submission's own frames. */
    public String stack() {
        return stack;
    }
}
