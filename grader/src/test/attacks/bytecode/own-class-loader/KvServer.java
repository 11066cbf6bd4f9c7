// attack reflection: defines classes that nobody has looked at
// verdict: refused
// says: java.lang.ClassLoader
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Loader extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    public KvServer(ServerContext context) {
        new Loader().define(new byte[0]);
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
