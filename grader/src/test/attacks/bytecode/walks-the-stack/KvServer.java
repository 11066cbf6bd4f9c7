// attack caller: asks which test is calling
// verdict: refused
// says: java.lang.StackWalker
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        boolean first = StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getMethodName().contains("oneClient")));
        return first ? Status.SUCCESS : Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
