// attack shared-state: a raw cast hides a map in a list of strings; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import java.util.List;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    @SuppressWarnings("unchecked")
    private static final List<String> NAMES = (List<String>) (List<?>) List.of(new HashMap<String, String>());

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return ((List<?>) NAMES).get(0);
    }
}
