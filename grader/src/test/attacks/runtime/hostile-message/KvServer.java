// attack hostile-objects: an exception that cannot be asked
// verdict: failed
// says: threw Sulk
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Sulk extends RuntimeException {
        @Override
        public String getMessage() {
            throw new Sulk();
        }

        @Override
        public String toString() {
            throw new Sulk();
        }

        @Override
        public Throwable getCause() {
            return this;
        }
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        throw new Sulk();
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
