// attack shared-state: a number that can keep something
// verdict: refused
// says: content of the KvServer.Big in it is not final
package lab;

import java.math.BigInteger;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Big extends BigInteger {
        private String content = "";

        Big() {
            super("1");
        }
    }

    private static final BigInteger ONE = new Big();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((Big) ONE).content = value;
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
