// attack shared-state: a generator whose next number tells how many were drawn
// verdict: refused
// says: the SplittableRandom in it can change
package lab;

import java.util.SplittableRandom;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final Object DICE = new SplittableRandom(1);

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((SplittableRandom) DICE).nextInt();
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
