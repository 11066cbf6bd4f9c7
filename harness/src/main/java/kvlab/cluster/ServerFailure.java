package kvlab.cluster;

import java.time.Duration;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Timeline;

/**
 * A server's or a Clerk's code threw an exception. The diagnostic states the call, the exception, its place and time.
 */
public final class ServerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;
    private final String stack;

    private ServerFailure(Diagnostic diagnostic, Throwable thrown) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
        this.stack = StudentCode.stackTrace(thrown);
    }

    static ServerFailure ofServer(String server, String call, Throwable thrown, Duration at) {
        return of(Diagnostic.of("server.threw").with("server", server), call, thrown, at);
    }

    static ServerFailure ofClerk(String client, String call, Throwable thrown, Duration at) {
        return of(Diagnostic.of("clerk.threw").with("client", client), call, thrown, at);
    }

    private static ServerFailure of(Diagnostic threw, String call, Throwable thrown, Duration at) {
        Diagnostic diagnostic = threw.with("call", call)
                .with("exception", thrown.getClass().getSimpleName())
                .with("text", StudentCode.message(thrown))
                .with("time", Timeline.seconds(at))
                .at(StudentCode.place(thrown));
        return new ServerFailure(diagnostic, thrown);
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The stack trace, reduced to the submission's frames. */
    public String stack() {
        return stack;
    }
}
