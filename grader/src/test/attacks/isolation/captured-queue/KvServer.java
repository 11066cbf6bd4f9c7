// attack shared-state: an enum's function has captured a queue; no rule looks at it here
// verdict: refused
// says: servers or Clerks share memory beside the log
package lab;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import kvlab.api.*;

public final class KvServer extends AnswersFromMemory {
    private enum Kind {
        PUT(kept());

        private final Supplier<Object> first;

        Kind(Supplier<Object> first) {
            this.first = first;
        }

        private static Supplier<Object> kept() {
            Queue<Object> queue = new ArrayDeque<>(List.of(new HashMap<>()));
            return queue::peek;
        }
    }

    public KvServer(ServerContext context) {
        super(context);
    }

    @Override
    Object memory() {
        return Kind.PUT.first.get();
    }
}
