// attack shared-state: an exception to which each server adds
// verdict: refused
// says: can change, as every exception can
package lab;


import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final RuntimeException LOST = new IllegalStateException();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        LOST.addSuppressed(new RuntimeException(value));
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
