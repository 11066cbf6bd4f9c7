// attack reflection: objects from bytes
// verdict: refused
// says: java.io.ObjectInputStream
package lab;

import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        try {
            new ObjectInputStream(new ByteArrayInputStream(new byte[0])).readObject();
        } catch (Exception e) {
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
