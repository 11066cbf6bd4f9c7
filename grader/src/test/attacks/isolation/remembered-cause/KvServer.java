// attack shared-state: the exception that a failed class remembers; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.HashMap;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private static final class Fails {
        static final int NEVER = Integer.parseInt("never");
    }

    private static final class Kept extends Exception {
        private final Object content = new HashMap<>();
    }

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        while (true) {
            try {
                return Fails.NEVER;
            } catch (NoClassDefFoundError again) {
                Throwable cause = again.getCause();
                if (cause.getSuppressed().length == 0) {
                    cause.addSuppressed(new Kept());
                }
                return ((Kept) cause.getSuppressed()[0]).content;
            } catch (LinkageError first) {
                // The next attempt finds its cause.
            }
        }
    }
}
