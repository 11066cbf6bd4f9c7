// attack shared-state: an interface's constant of type Iterable is a queue with a map; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private interface Shared {
        Iterable<Object> ALL = new ArrayDeque<>(List.of(new HashMap<>()));
    }

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return Shared.ALL.iterator().next();
    }
}
