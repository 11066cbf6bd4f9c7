package kvlab.cluster;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kvlab.api.KeyValueClient;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.HistoryRecorder;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Endpoint;
import kvlab.sim.CoroutineCancelled;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;

/** A student's Clerk. Records its calls in the history and reports its exceptions as its failures. */
public final class Clerk implements KeyValueClient, TestClient {
    private final Scope scope;
    private final Simulation simulation;
    private final ClerkRequests requests;
    private final HistoryRecorder history;
    private final ClientRecord record;
    private final int number;
    private final RandomGenerator random;
    private final KeyValueClient students;
    private Optional<Call> current = Optional.empty();

    Clerk(
            Scope scope,
            ClerkRequests requests,
            HistoryRecorder history,
            int number,
            Supplier<KeyValueClient> constructor) {
        this.scope = scope;
        this.simulation = scope.simulation();
        this.requests = requests;
        this.history = history;
        this.record = new ClientRecord(simulation, scope.place());
        record.named(requests.clientId());
        this.number = number;
        this.random = simulation.randomness().stream("clerk's work", number);
        this.students = guarded("constructor", constructor);
    }

    /** The Clerk's displayed number, from 1. It is not its {@link kvlab.api.ClerkContext#clientId}. */
    @Override
    public int number() {
        return number;
    }

    /** The random numbers with which a scenario chooses this Clerk's calls. */
    public RandomGenerator random() {
        return random;
    }

    /** The student's object. */
    KeyValueClient students() {
        return students;
    }

    Endpoint endpoint() {
        return requests.endpoint();
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public String name() {
        return scope.name();
    }

    @Override
    public Optional<Call> current() {
        return current;
    }

    @Override
    public String get(String key) {
        Call call = begin(new Get(key));
        String value = guarded("get", () -> {
            String read = students.get(key);
            if (read == null) {
                throw new IllegalStateException("get returned null: an absent key reads as \"\"");
            }
            return read;
        });
        history.returned(call, value, simulation.now());
        end(call, value);
        return value;
    }

    @Override
    public void put(String key, String value) {
        write(new Put(key, value), () -> students.put(key, value));
    }

    @Override
    public void append(String key, String value) {
        write(new Append(key, value), () -> students.append(key, value));
    }

    private void write(Operation operation, Runnable students) {
        Call call = begin(operation);
        guarded(operation instanceof Put ? "put" : "append", () -> {
            students.run();
            return true;
        });
        history.returned(call, simulation.now());
        end(call, "");
    }

    private Call begin(Operation operation) {
        Call call = history.invoked(number, operation, simulation.now());
        current = Optional.of(call);
        requests.begin();
        record.invoked(Optional.empty(), operation);
        return call;
    }

    private void end(Call call, String value) {
        current = Optional.empty();
        record.returned(call.operation(), Status.SUCCESS, value);
    }

    private <T> T guarded(String what, Supplier<T> students) {
        try {
            return students.get();
        } catch (CoroutineCancelled e) {
            throw e;
        } catch (Throwable thrown) {
            throw ServerFailure.ofClerk(scope.name(), what, thrown, simulation.now());
        }
    }
}
