package kvlab.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kvlab.api.GetResult;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.HistoryRecorder;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Delivery;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.record.Place;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;

/**
 * The provided client of the core lab. It makes one call at a time and remembers the last server that replied. It sends
 * a call to one server after another, with the same request id, while they reply NOT_LEADER.
 */
public final class Client implements TestClient {
    /** The maximum wait for one server's reply. */
    public static final Duration REPLY_TIMEOUT = Duration.ofSeconds(5);

    /** The maximum duration of a call. */
    public static final Duration CALL_LIMIT = Duration.ofSeconds(10);

    private final Simulation simulation;
    private final Network network;
    private final Scope scope;
    private final HistoryRecorder history;
    private final Endpoint endpoint;
    private final ClientRecord record;
    private final int number;
    private final long id;
    private final int servers;
    private final Map<Long, Consumer<Messages.Reply>> awaited = new HashMap<>();
    private final RandomGenerator random;
    private int guess;
    private long nextSequence;
    private long attempts;
    private Optional<Call> current = Optional.empty();

    /**
     * A client with an endpoint of its own.
     *
     * @param first the request id of its first call
     */
    Client(Scope scope, Network network, HistoryRecorder history, int number, RequestId first, int servers) {
        this.simulation = scope.simulation();
        this.network = network;
        this.scope = scope;
        this.history = history;
        this.number = number;
        this.id = first.client();
        this.nextSequence = first.sequence();
        this.servers = servers;
        this.endpoint = network.join(Place.client(number));
        this.record = new ClientRecord(simulation, endpoint.place());
        record.named(first.client());
        this.random = simulation.randomness().stream("client", number);
        this.guess = simulation.randomness().stream("first guess", number).nextInt(servers);
        endpoint.receiver(this::receive);
    }

    /** The client's displayed number, from 1. Servers see another one in its request ids. */
    @Override
    public int number() {
        return number;
    }

    /** Selects the server that the next call is sent to first. */
    public Client startingAt(int server) {
        guess = server;
        return this;
    }

    /** The last server that replied SUCCESS, or else the one that the client would send to next. */
    public int server() {
        return guess;
    }

    /** The client's own random numbers. */
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public Optional<Call> current() {
        return current;
    }

    /** Puts a value. SUCCESS, or TIMEOUT: the outcome is then unknown. */
    public Status put(String key, String value) {
        return call(new Put(key, value)).status();
    }

    /** Appends a value. SUCCESS, or TIMEOUT: the outcome is then unknown. */
    public Status append(String key, String value) {
        return call(new Append(key, value)).status();
    }

    /** Gets a value. SUCCESS with the value, or TIMEOUT. */
    public GetResult get(String key) {
        return call(new Get(key));
    }

    private GetResult call(Operation operation) {
        RequestId request = nextRequest();
        Call call = begin(operation, request);
        Duration end = simulation.now().plus(CALL_LIMIT);
        while (true) {
            Optional<Messages.Reply> reply = ask(request, operation, end);
            if (reply.isPresent() && reply.get().status() == Status.SUCCESS) {
                return succeed(call, reply.get());
            }
            guess = (guess + 1) % servers;
            boolean retry = reply.isPresent() && reply.get().status() == Status.NOT_LEADER;
            if (!retry || simulation.now().compareTo(end) >= 0) {
                current = Optional.empty();
                record.returned(operation, Status.TIMEOUT, null);
                return GetResult.failed(Status.TIMEOUT);
            }
        }
    }

    /** Sends to the presumed leader and awaits its reply, until the call's deadline at most. */
    private Optional<Messages.Reply> ask(RequestId request, Operation operation, Duration end) {
        SimPromise<Messages.Reply> reply = new SimPromise<>(scope);
        long attempt = send(guess, request, operation, reply::complete);
        Duration left = end.minus(simulation.now());
        Optional<Messages.Reply> answer = reply.await(left.compareTo(REPLY_TIMEOUT) < 0 ? left : REPLY_TIMEOUT);
        awaited.remove(attempt);
        return answer;
    }

    /**
     * Sends to one server once, without suspending.
     *
     * @param then receives the outcome: SUCCESS with the value, NOT_LEADER, or TIMEOUT if no reply arrives in time
     */
    void probe(int server, String key, Consumer<GetResult> then) {
        Get get = new Get(key);
        RequestId request = nextRequest();
        Call call = begin(get, request);
        long attempt = send(server, request, get, reply -> {
            if (reply.status() == Status.SUCCESS) {
                then.accept(succeed(call, reply));
            } else {
                then.accept(GetResult.failed(reply.status()));
            }
        });
        scope.after(REPLY_TIMEOUT.toNanos(), () -> {
            if (awaited.remove(attempt) != null) {
                then.accept(GetResult.failed(Status.TIMEOUT));
            }
        });
    }

    private RequestId nextRequest() {
        return new RequestId(id, nextSequence++);
    }

    private long send(int server, RequestId request, Operation operation, Consumer<Messages.Reply> then) {
        long attempt = ++attempts;
        awaited.put(attempt, then);
        network.send(
                endpoint, network.server(server), new Messages.Request(attempt, request, operation, Delivery.UNKNOWN));
        return attempt;
    }

    private void receive(Endpoint from, Message message) {
        Messages.Reply reply = (Messages.Reply) message;
        if (reply.sender().isClosed()) {
            return; // replies of an earlier life are ignored
        }
        Consumer<Messages.Reply> waiting = awaited.remove(reply.attempt());
        if (waiting != null) { // otherwise it is late, or a duplicate
            waiting.accept(reply);
        }
    }

    private Call begin(Operation operation, RequestId request) {
        Call call = history.invoked(number, operation, simulation.now());
        current = Optional.of(call);
        record.invoked(Optional.of(request), operation);
        return call;
    }

    private GetResult succeed(Call call, Messages.Reply reply) {
        current = Optional.empty();
        String value = reply.value();
        if (call.operation() instanceof Get) {
            history.returned(call, value, simulation.now());
        } else {
            history.returned(call, simulation.now());
        }
        record.returned(call.operation(), Status.SUCCESS, value);
        return GetResult.success(value);
    }
}
