// attack threads: processes without an end
// verdict: failed or crashed or timed out
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            String[] sleeper = {"@JAVA@", "-Xmx8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version"};
            for (int i = 0; i < 200; i++) {
                Reach.call(Reach.make("java.lang.ProcessBuilder", (Object) sleeper), "start");
            }
            return "200 processes";
        });
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
