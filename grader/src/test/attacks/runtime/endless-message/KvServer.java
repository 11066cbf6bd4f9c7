// attack hostile-objects, loops: an exception that never ends saying what it is
// verdict: timed out
// says: a loop there does not end
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Talker extends RuntimeException {
        @Override
        public String getMessage() {
            while (true) {}
        }
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        throw new Talker();
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
