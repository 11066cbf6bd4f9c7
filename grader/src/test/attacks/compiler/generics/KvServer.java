// attack compiler-bombs: types nested in types, which inference takes apart again and again
// verdict: refused
// says: does not compile: KvServer.java:
package lab;

import java.util.function.Function;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    static <A, B> Function<A, B> f(Function<? super A, ? extends B> g) {
        return null;
    }
    static <A> A pick(A one, A other) {
        return one;
    }

    public KvServer(ServerContext context) {
        var slow = pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(pick(1, ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), ""), "");
        slow.nothing();
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
