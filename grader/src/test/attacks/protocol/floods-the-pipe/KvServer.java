// attack floods, proc: lines without an end, past the harness
// verdict: crashed
// says: printed more than 64 KiB
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.field("java.io.FileDescriptor", "out"));
            byte[] line = "TEST 1 Passed\n".repeat(1000).getBytes();
            while (true) {
                Reach.call(out, "write", line);
            }
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
