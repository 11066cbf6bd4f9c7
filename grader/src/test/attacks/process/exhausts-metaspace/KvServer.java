// attack memory: classes without an end
// verdict: crashed or timed out
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final java.util.List<Object> KEPT = new java.util.ArrayList<>();

    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Class<?> proxies = Class.forName("java.lang.reflect.Proxy");
            while (true) {
                Object loader = Reach.make("java.net.URLClassLoader", (Object) new java.net.URL[0]);
                KEPT.add(Reach.call(proxies, "getProxyClass", loader, new Class<?>[] {Runnable.class}));
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
