// attack exit, print: a hook of the JVM, after the harness has gone
// verdict: crashed
// says: ended the process that ran it
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.field("java.io.FileDescriptor", "out"));
            Runnable hook = () -> {
                try {
                    Reach.call(out, "write", "TEST 1 Passed\n".getBytes());
                } catch (Throwable closed) {
                    throw new IllegalStateException(closed);
                }
            };
            Class<?> runtime = Class.forName("java.lang.Runtime");
            Reach.call(Reach.call(runtime, "getRuntime"), "addShutdownHook", Reach.make("java.lang.Thread", hook));
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
