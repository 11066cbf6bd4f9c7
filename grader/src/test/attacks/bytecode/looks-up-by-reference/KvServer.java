// attack references, reflection: reflection without a call in the code
// verdict: refused
// says: java.lang.Class.forName
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    interface Finder {
        Class<?> find(String name) throws Exception;
    }

    public KvServer(ServerContext context) {
        try {
            Finder finder = Class::forName;
            finder.find("java.lang.System");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
