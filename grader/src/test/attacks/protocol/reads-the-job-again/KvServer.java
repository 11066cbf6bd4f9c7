// attack proc: the job that its process was given is gone from the pipe
// verdict: failed
// says: did it: -1 and 0
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object in = Reach.make("java.io.FileInputStream", Reach.field("java.io.FileDescriptor", "in"));
            Object system = Reach.call(Reach.field("java.lang.System", "in"), "read");
            return system + " and " + Reach.call(in, "available");
        });
    }

    public Status put(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
