// attack shared-state: an exception that each server finds, with one that holds a map; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private static final Exception CARRIER = new Exception();

    private static final class Holder extends Exception {
        private final Object content = new HashMap<>();
    }

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        if (CARRIER.getSuppressed().length == 0) {
            CARRIER.addSuppressed(new Holder());
        }
        return ((Holder) CARRIER.getSuppressed()[0]).content;
    }
}
