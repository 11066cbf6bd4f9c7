// attack read-files: the tests, or a neighbour
// verdict: refused
// says: Files.readString
package lab;

import java.nio.file.Files;
import java.nio.file.Path;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        try {
            return GetResult.success(Files.readString(Path.of("../other/KvServer.java")));
        } catch (java.io.IOException e) {
            return GetResult.failed(Status.TIMEOUT);
        }
    }

    public void onNextCommand(CommittedCommand committed) {}
}
