// Correct: the state is one immutable value, made of persistent trees whose empty node is a constant that contains
// itself.
package lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** Each command maps the state to the next one. A waiter asks the state whether its request has taken effect. */
public final class KvServer implements KeyValueServer {

    /** A persistent search tree. Updating shares all but one path with the tree before. */
    private static final class Tree<K, V> {
        private static final Tree<?, ?> EMPTY = new Tree<Object, Object>();

        private final Tree<K, V> left;
        private final K key;
        private final V value;
        private final Tree<K, V> right;

        private Tree() {
            left = this;
            right = this;
            key = null;
            value = null;
        }

        private Tree(Tree<K, V> left, K key, V value, Tree<K, V> right) {
            this.left = left;
            this.key = key;
            this.value = value;
            this.right = right;
        }

        @SuppressWarnings("unchecked")
        static <K, V> Tree<K, V> empty() {
            return (Tree<K, V>) EMPTY;
        }

        Tree<K, V> with(K newKey, V newValue, Comparator<? super K> order) {
            if (this == EMPTY) {
                return new Tree<K, V>(empty(), newKey, newValue, empty());
            }
            int side = order.compare(newKey, key);
            if (side == 0) {
                return new Tree<K, V>(left, key, newValue, right);
            }
            return side < 0
                    ? new Tree<K, V>(left.with(newKey, newValue, order), key, value, right)
                    : new Tree<K, V>(left, key, value, right.with(newKey, newValue, order));
        }

        Optional<V> get(K wanted, Comparator<? super K> order) {
            Tree<K, V> at = this;
            while (at != EMPTY) {
                int side = order.compare(wanted, at.key);
                if (side == 0) {
                    return Optional.of(at.value);
                }
                at = side < 0 ? at.left : at.right;
            }
            return Optional.empty();
        }
    }

    private record Operation(Kind kind, RequestId request, String key, String value) implements Command {
        enum Kind {
            PUT,
            APPEND,
            GET
        }
    }

    private record Done(long sequence, GetResult answer) {
        static final Done NOTHING = new Done(Long.MIN_VALUE, null);
    }

    /** What all commands so far have made. */
    private record State(Tree<String, String> store, Tree<Long, Done> clients) {
        static final State INITIAL = new State(Tree.empty(), Tree.empty());

        private static final Comparator<String> BY_TEXT = Comparator.naturalOrder();
        private static final Comparator<Long> BY_NUMBER =
                Comparator.<Long>naturalOrder().reversed();

        State after(Operation operation) {
            RequestId request = operation.request();
            if (isDone(request)) {
                return this;
            }
            String before = store.get(operation.key(), BY_TEXT).orElse("");
            String value = switch (operation.kind()) {
                case PUT -> operation.value();
                case APPEND -> before + operation.value();
                case GET -> before;
            };
            Tree<String, String> next =
                    operation.kind() == Operation.Kind.GET ? store : store.with(operation.key(), value, BY_TEXT);
            Done done = new Done(request.sequence(), GetResult.success(value));
            return new State(next, clients.with(request.client(), done, BY_NUMBER));
        }

        private boolean isDone(RequestId request) {
            return of(request).sequence() != Long.MIN_VALUE && of(request).sequence() >= request.sequence();
        }

        Optional<GetResult> answerTo(RequestId request) {
            Done done = of(request);
            return done != Done.NOTHING && done.sequence() == request.sequence()
                    ? Optional.of(done.answer())
                    : Optional.empty();
        }

        private Done of(RequestId request) {
            return clients.get(request.client(), BY_NUMBER).orElse(Done.NOTHING);
        }
    }

    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final ServerContext context;
    private State state = State.INITIAL;

    /** Completed at each command, which is then replaced. */
    private List<Promise<Boolean>> waiting = new ArrayList<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(new Operation(Operation.Kind.PUT, request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(new Operation(Operation.Kind.APPEND, request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return agree(new Operation(Operation.Kind.GET, request, key, ""));
    }

    private GetResult agree(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Duration end = context.now().plus(PATIENCE);
        while (state.answerTo(operation.request()).isEmpty()) {
            Duration left = end.minus(context.now());
            if (left.isNegative() || left.isZero()) {
                return GetResult.failed(Status.TIMEOUT);
            }
            Promise<Boolean> changed = context.promise();
            waiting.add(changed);
            changed.await(left);
            waiting.remove(changed);
        }
        return state.answerTo(operation.request()).orElseThrow();
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        state = state.after((Operation) committed.command());
        List<Promise<Boolean>> toWake = waiting;
        waiting = new ArrayList<>();
        toWake.forEach(each -> each.complete(true));
    }
}
