// attack shared-state: a Cloneable is an array; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private static final Cloneable BOX = new Object[] {new HashMap<>()};

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return ((Object[]) BOX)[0];
    }
}
