// attack network, proc: there is no process of that number
// verdict: failed
// says: could not: 
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object machine = Class.forName("com.sun.tools.attach.VirtualMachine");
            return Reach.call(machine, "attach", "@PID@");
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
