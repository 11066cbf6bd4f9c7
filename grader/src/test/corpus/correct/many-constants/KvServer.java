// Correct: has constants of many kinds, none of which can change, and collections that students take from habit.
package lab;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** Waits by index, checks whose command came, and lets one coroutine look after the time limits of all handlers. */
public final class KvServer implements KeyValueServer {

    private static final Duration PATIENCE = Duration.ofMillis(1_200);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Locale LOCALE = Locale.ROOT;
    private static final Charset CHARSET = StandardCharsets.UTF_8;
    private static final LocalDate BIRTHDAY = LocalDate.of(2014, 6, 19);
    private static final Class<?> TYPE = KvServer.class;
    private static final Object ABSENT = new Object();
    private static final String[] NO_ARGUMENTS = {};
    private static final Optional<String> NO_VALUE = Optional.empty();
    private static final Set<Status> FINAL = Set.of(Status.SUCCESS);
    private static final List<List<String>> TITLES = List.of(List.of("put", "append"), List.of("get"));
    private static final Map<String, BinaryOperator<String>> CHANGES =
            Map.of("put", (before, value) -> value, "append", String::concat);
    private static final Comparator<Waiter> BY_DEADLINE =
            Comparator.comparing(Waiter::deadline).thenComparingLong(Waiter::number);
    private static final Function<Object, String> LINE =
            prefixed(TYPE.getSimpleName().toLowerCase(LOCALE));
    private static final Supplier<GetResult> LATE =
            () -> Reply.late(Status.TIMEOUT).toResult();

    private static Function<Object, String> prefixed(String prefix) {
        return text -> prefix + ": " + text;
    }

    private enum Kind {
        PUT(CHANGES.get("put")),
        APPEND(CHANGES.get("append")),
        GET((before, value) -> before) {
            @Override
            boolean writes() {
                return false;
            }
        };

        private static final Map<String, Kind> BY_NAME =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));

        private final BinaryOperator<String> change;
        private final Pattern pattern = Pattern.compile(name());

        Kind(BinaryOperator<String> change) {
            this.change = change;
        }

        boolean writes() {
            return true;
        }
    }

    private sealed interface Reply permits Given, Refused {
        Reply NOT_LEADER = late(Status.NOT_LEADER);

        static Reply late(Status status) {
            return new Refused(status);
        }

        GetResult toResult();
    }

    private record Given(long sequence, String value) implements Reply {
        private static final Given NONE = new Given(0, null);

        @Override
        public GetResult toResult() {
            return GetResult.success(value);
        }
    }

    private record Refused(Status status) implements Reply {
        @Override
        public GetResult toResult() {
            return GetResult.failed(status);
        }
    }

    private record Operation(RequestId request, Kind kind, String key, String value) implements Command {}

    private record Waiter(long number, long index, RequestId request, Duration deadline, Promise<Reply> reply) {}

    private static final class NotLeading extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final ServerContext context;
    private final ConcurrentMap<String, Object> store = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Given> given = new ConcurrentHashMap<>();
    private final Queue<Waiter> waiters = new PriorityQueue<>(BY_DEADLINE);
    private final AtomicLong next = new AtomicLong();

    public KvServer(ServerContext context) {
        this.context = context;
        context.spawn(this::endLateOnes);
        context.log(
                "%s",
                LINE.apply(BLANKS.split(TITLES.get(0).get(0)).length
                        + NO_ARGUMENTS.length
                        + "x".getBytes(CHARSET).length
                        + BIRTHDAY.getYear()));
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(request, "put", key, value).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(request, "append", key, value).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return agree(request, "get", key, NO_VALUE.orElse(""));
    }

    private GetResult agree(RequestId request, String kind, String key, String value) {
        Kind parsed = Objects.requireNonNull(Kind.BY_NAME.get(kind.toUpperCase(LOCALE)));
        try {
            GetResult result = await(new Operation(request, parsed, key, value));
            return FINAL.contains(result.status()) ? result : LATE.get();
        } catch (NotLeading e) {
            return Reply.NOT_LEADER.toResult();
        }
    }

    private GetResult await(Operation operation) throws NotLeading {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            throw new NotLeading();
        }
        Waiter waiter = new Waiter(
                next.incrementAndGet(),
                start.index(),
                operation.request(),
                context.now().plus(PATIENCE),
                context.promise());
        waiters.add(waiter);
        return waiter.reply().await().toResult();
    }

    private void endLateOnes() {
        while (true) {
            context.sleep(TICK);
            while (!waiters.isEmpty() && waiters.peek().deadline().compareTo(context.now()) <= 0) {
                waiters.remove().reply().complete(Reply.late(Status.TIMEOUT));
            }
        }
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Operation operation = (Operation) committed.command();
        RequestId request = operation.request();
        Given last = given.getOrDefault(request.client(), Given.NONE);
        if (last == Given.NONE || last.sequence() < request.sequence()) {
            last = new Given(request.sequence(), apply(operation));
            given.put(request.client(), last);
        }
        Reply answer = last.sequence() == request.sequence() ? last : Reply.late(Status.TIMEOUT);
        List<Waiter> here = waiters.stream()
                .filter(waiter -> waiter.index() == committed.index())
                .toList();
        waiters.removeAll(here);
        for (Waiter waiter : here) {
            boolean own = waiter.request().equals(request);
            waiter.reply().complete(own ? answer : Reply.late(Status.TIMEOUT));
        }
    }

    private String apply(Operation operation) {
        Object before = store.getOrDefault(operation.key(), ABSENT);
        String text = before == ABSENT ? "" : (String) before;
        String value = operation.kind().change.apply(text, operation.value());
        if (operation.kind().writes()
                && operation.kind().pattern.matcher(operation.kind().name()).matches()) {
            store.put(operation.key(), value);
        }
        return value;
    }
}
