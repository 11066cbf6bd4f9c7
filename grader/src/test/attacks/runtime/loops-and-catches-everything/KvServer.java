// attack loops: whatever is thrown to end it is caught
// verdict: timed out
// says: a loop there does not end
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        while (true) {
            try {
                while (true) {}
            } catch (Throwable cancelled) {
                continue;
            }
        }
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
