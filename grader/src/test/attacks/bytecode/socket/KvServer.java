// attack network: talks to the other replicas itself
// verdict: refused
// says: makes a new Socket
package lab;

import java.io.IOException;
import java.net.Socket;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        try {
            new Socket("localhost", 8080);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
