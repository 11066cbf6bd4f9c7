// attack threads, loops: a daemon goes on, and the process is ended all the same
// verdict: failed
// says: did it: class java.lang.Thread
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Class<?> threads = Class.forName("java.lang.Thread");
            Object daemon = Reach.make("java.lang.Thread", (Runnable) () -> {
                while (true) {}
            });
            Reach.call(daemon, "setDaemon", true);
            Reach.call(daemon, "start");
            return threads;
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
