// attack casts: names the class that it would be cast to
// verdict: refused
// says: does not compile: KvServer.java:
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        ((kvlab.cluster.Cluster) (Object) context).random("mine", 1);
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
