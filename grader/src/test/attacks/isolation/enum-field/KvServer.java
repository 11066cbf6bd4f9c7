// attack shared-state: a field of an enum constant; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import java.util.Map;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private enum Store {
        SHARED;

        private Map<String, String> content = new HashMap<>();
    }

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return Store.SHARED.content;
    }
}
