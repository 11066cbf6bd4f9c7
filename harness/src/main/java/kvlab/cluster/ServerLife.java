package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.raft.RaftInvariants;
import kvlab.record.Place;
import kvlab.sim.CoroutineCancelled;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.submission.RetainedSize;

/**
 * One life of a server, from its start to its crash: a Raft peer, and the student's object on it. Requests and
 * committed commands run as coroutines of the life's scope.
 */
final class ServerLife {
    private final ClusterEnvironment environment;
    private final int id;
    private final Simulation simulation;
    private final Network network;
    private final Endpoint endpoint;
    private final Scope scope;
    private final ServerRecord record;
    private final CodeUnderTest code;
    private final Peer peer;
    private final Deque<CommittedCommand> committed = new ArrayDeque<>();
    private final List<CommittedCommand> delivered = new ArrayList<>();
    private final Map<Long, Received> unanswered = new LinkedHashMap<>();
    private long received;
    private final Runnable fields;
    private KeyValueServer server;
    private boolean applying;

    /** A request that the student's code received from a client at a time. */
    private record Received(Endpoint client, Messages.Request request, Duration at) {}

    ServerLife(ClusterEnvironment environment, int id, int life, Disk disk) {
        this.environment = environment;
        this.id = id;
        simulation = environment.simulation();
        network = environment.network();
        endpoint = network.server(id);
        endpoint.restarted(Place.server(id, life));
        scope = simulation.scope(endpoint.place(), this::failed);
        record = new ServerRecord(scope);
        code = environment.machines().get();
        peer = code.raft()
                .<Peer>map(factory -> new StudentPeer(environment, id, life, scope, disk, code, factory, this::enqueue))
                .orElseGet(() -> new ProvidedPeer(environment, id, life, scope, disk, this::enqueue));
        StudentEnvironment own = new StudentEnvironment(scope, simulation.randomness().stream("student", id, life));
        Raft raft =
                new RaftFacade(own, peer, record, () -> environment.triggers().reached(TriggerPoint.APPENDED, id));
        ServerContext context = new ServerContextFacade(own, id, environment.size(), raft);
        scope.spawn("constructor", () -> {
            peer.begin();
            server = code.servers().create(context);
            applyAll();
        });
        endpoint.receiver(this::receive);
        fields = FieldRecord.follow(scope, () -> server);
    }

    /**
     * The state that its Raft reports.
     *
     * @throws ServerFailure if a student's Raft throws
     * @throws ExpectationFailed if another server leads in the same term
     */
    RaftState raftState() {
        RaftState state;
        try {
            state = peer.state();
        } catch (CoroutineCancelled e) {
            throw e;
        } catch (Throwable thrown) {
            throw ServerFailure.ofServer(endpoint.name(), "state", thrown, simulation.now());
        }
        environment.agreement().wrongWith(id, state).ifPresent(wrong -> {
            throw new ExpectationFailed(wrong);
        });
        return state;
    }

    /** Starts a command of the scenario. */
    Start start(Command command) {
        try {
            Start start = peer.start(command);
            record.started(command, start);
            return start;
        } catch (CoroutineCancelled e) {
            throw e;
        } catch (Throwable thrown) {
            throw ServerFailure.ofServer(endpoint.name(), "start", thrown, simulation.now());
        }
    }

    /** The commands that Raft delivered in this life, from index 1. */
    List<CommittedCommand> delivered() {
        return Collections.unmodifiableList(delivered);
    }

    /** The {@link RetainedSize} of the student's server. */
    int retained() {
        return server == null ? 0 : RetainedSize.by(server);
    }

    /** The calls that the student's code has not answered, in order of arrival. */
    List<UnansweredCall> unanswered() {
        return unanswered.values().stream()
                .map(received -> new UnansweredCall(
                        id, received.client().name(), received.request().operation(), received.at()))
                .toList();
    }

    /** Ends this life. The disk keeps its content. */
    void crash() {
        scope.close();
        endpoint.receiver(null);
        peer.crash();
        unanswered.values().forEach(call -> call.request().delivery().dropped());
    }

    private void failed(String call, Throwable thrown) {
        simulation.fail(
                thrown instanceof RaftInvariants.Violation || thrown instanceof ExpectationFailed
                        ? thrown
                        : ServerFailure.ofServer(endpoint.name(), call, thrown, simulation.now()));
    }

    // ---------------------------------------------------------------------------------------------------- requests

    private void receive(Endpoint from, Message message) {
        if (!(message instanceof Messages.Request request)) {
            peer.receive(from, message);
        } else {
            if (server == null) {
                request.delivery().dropped(); // its constructor has not returned yet
            } else {
                scope.run(request.method(), () -> answer(from, request));
            }
        }
    }

    private void answer(Endpoint client, Messages.Request request) {
        record.called(request.method(), client, request);
        long number = ++received; // copies of a request can be handled concurrently, and each has its delivery
        unanswered.put(number, new Received(client, request, simulation.now()));
        GetResult result = call(copyOf(request.id()), request.operation());
        unanswered.remove(number);
        if (result == null) {
            throw new ExpectationFailed(Diagnostic.of("server.null-answer")
                    .with("call", request.method())
                    .with("server", endpoint.name()));
        }
        environment.triggers().reached(TriggerPoint.ANSWERED, id);
        Messages.Reply reply = new Messages.Reply(request, result.status(), result.value(), scope);
        record.answered(request.method(), client, reply);
        network.send(endpoint, client, reply, request.delivery());
    }

    /** Hands over copies, as a network does: neither ids nor strings can be compared by identity. */
    private GetResult call(RequestId id, Operation operation) {
        String key = copyOf(operation.key());
        if (operation instanceof Get) {
            return server.get(id, key);
        }
        Status status;
        if (operation instanceof Put put) {
            status = server.put(id, key, copyOf(put.value()));
        } else {
            Append append = (Append) operation;
            status = server.append(id, key, copyOf(append.value()));
        }
        return status == null ? null : status == Status.SUCCESS ? GetResult.success("") : GetResult.failed(status);
    }

    private static RequestId copyOf(RequestId id) {
        return new RequestId(id.client(), id.sequence());
    }

    private static String copyOf(String text) {
        return new String(text);
    }

    // ------------------------------------------------------------------------------------------ committed commands

    private void enqueue(CommittedCommand command) {
        committed.add(command);
        delivered.add(command);
        RaftState state = raftState();
        if (state.leader()) {
            environment.triggers().reached(TriggerPoint.COMMITTED, id);
            if (command.term() < state.term()) {
                environment.triggers().reached(TriggerPoint.COMMITTED_LATE, id);
            }
        }
        if (server != null && !applying) {
            applying = true;
            scope.spawn("onNextCommand", this::applyAll);
        }
    }

    /** Applies commands one at a time and in order, also if the student's method suspends. */
    private void applyAll() {
        applying = true;
        while (!committed.isEmpty()) {
            CommittedCommand next = read(committed.poll());
            record.applies(next);
            server.onNextCommand(next);
            fields.run();
            record.applied(next);
        }
        applying = false;
    }

    private CommittedCommand read(CommittedCommand sent) {
        Command command = code.read(sent.command());
        return command == sent.command() ? sent : new CommittedCommand(sent.index(), sent.term(), command);
    }
}
