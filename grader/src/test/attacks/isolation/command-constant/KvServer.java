// attack shared-state: a command that holds a map; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private record Op(Object content) implements Command {}

    private static final Command NO_OP = new Op(new HashMap<>());

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return ((Op) NO_OP).content();
    }
}
