// attack floods, write-files: a file in the directory for temporary files
// verdict: failed
// says: could not: java.io.
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.call(Class.forName("java.lang.System"), "getProperty", "java.io.tmpdir") + "/x");
            while (true) {
                Reach.call(out, "write", new byte[1 << 20]);
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
