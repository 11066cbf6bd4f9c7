// attack reflection: an object of its own behind the harness's interfaces
// verdict: refused
// says: java.lang.reflect
package lab;

import java.lang.reflect.Proxy;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Proxy.newProxyInstance(null, new Class<?>[] {ServerContext.class}, (self, method, arguments) -> null);
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
