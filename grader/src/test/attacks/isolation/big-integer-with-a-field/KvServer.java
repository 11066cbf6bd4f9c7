// attack shared-state: a number with a field; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.math.BigInteger;
import java.util.HashMap;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private static final class Big extends BigInteger {
        private final Object content = new HashMap<>();

        Big() {
            super("1");
        }
    }

    private static final BigInteger ONE = new Big();

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return ((Big) ONE).content;
    }
}
