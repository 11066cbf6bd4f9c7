// attack exit: ends the process in the middle of a test, when some schedules have passed
// verdict: crashed
// says: ended the process that ran it
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        try {
            return (Status) Reach.call(Class.forName("java.lang.System"), "exit", 0);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
