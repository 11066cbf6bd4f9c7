// attack proc: the nonce does not stand there, and nothing of the process can be read
// verdict: failed
// says: could not: java.io.FileNotFoundException: /proc/self/cmdline
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object arguments = Reach.call(Reach.make("java.io.FileInputStream", "/proc/self/cmdline"), "readAllBytes");
            return new String((byte[]) arguments).contains("nonce");
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
