// attack shared-state: an array in a constant of type Cloneable
// verdict: refused
// says: the String[] in it can change
package lab;


import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final Cloneable BOX = new String[1];

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((String[]) BOX)[0] = value;
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
