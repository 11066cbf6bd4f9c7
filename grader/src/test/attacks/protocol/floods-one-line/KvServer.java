// attack floods, proc: a line that never ends
// verdict: crashed
// says: printed more than 64 KiB
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.field("java.io.FileDescriptor", "out"));
            byte[] part = "{".repeat(1 << 16).getBytes();
            while (true) {
                Reach.call(out, "write", part);
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
