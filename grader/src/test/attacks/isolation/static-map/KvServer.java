// attack shared-state: a static map; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import java.util.Map;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private static final Map<String, String> ALL = new HashMap<>();

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return ALL;
    }
}
