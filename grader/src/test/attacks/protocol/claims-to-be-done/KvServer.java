// attack print, proc, exit: a report, then the end
// verdict: crashed
// says: ended the process that ran it
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.field("java.io.FileDescriptor", "out"));
            String done = "\n{\"nonce\":\"" + "0".repeat(32) + "\",\"report\":{\"report\":\"done\"}}\n";
            Reach.call(out, "write", done.getBytes());
            return Reach.call(Class.forName("java.lang.System"), "exit", 0);
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
