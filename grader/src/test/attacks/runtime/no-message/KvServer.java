// attack hostile-objects: an exception that says null
// verdict: failed
// says: threw Mute
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            return null;
        }

        @Override
        public String toString() {
            return null;
        }
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        throw new Mute();
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
