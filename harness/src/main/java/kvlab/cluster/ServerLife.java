package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RaftState;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.raft.PersistentState;
import kvlab.raft.RaftDriver;
import kvlab.raft.RaftInvariants;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.sim.Trace;
import kvlab.submission.PureValue;
import kvlab.submission.ValueSize;

/**
 * One life of a server, from its start to its crash: a Raft peer, and the student's object beside it. Requests and
 * committed commands run as coroutines of the life's scope.
 */
final class ServerLife {
    private final Simulation simulation;
    private final Network network;
    private final Endpoint endpoint;
    private final Scope scope;
    private final RaftDriver raft;
    private final Deque<CommittedCommand> committed = new ArrayDeque<>();
    private final Set<Taken> unanswered = new LinkedHashSet<>();
    private KeyValueServer server;
    private boolean applying;

    /** A request that has been handed to the student's code, and when. */
    private record Taken(Messages.Request request, Duration at) {
        @Override
        public String toString() {
            return request.operation() + " of client " + request.id().client() + ", taken at " + Trace.seconds(at);
        }
    }

    /** What all servers of a cluster have in common. */
    record Habitat(
            Simulation simulation, Network network, int size, RaftInvariants invariants, ServerFactory factory) {}

    ServerLife(Habitat habitat, int id, int life, PersistentState disk) {
        simulation = habitat.simulation();
        network = habitat.network();
        endpoint = network.server(id);
        scope = simulation.scope(endpoint.name(), this::failed);
        raft = new RaftDriver(
                id,
                habitat.size(),
                life,
                scope,
                disk,
                habitat.invariants(),
                new RaftDriver.Surroundings(
                        (peer, message) -> network.send(endpoint, network.server(peer), new Messages.Peer(message)),
                        this::enqueue,
                        ServerLife::check));
        HostedContext context =
                new HostedContext(id, habitat.size(), scope, raft, simulation.randomness().stream("student", id, life));
        scope.spawn("constructor", () -> {
            server = habitat.factory().create(context);
            applyAll();
        });
        endpoint.receiver(this::receive);
    }

    private static int check(Command command) {
        PureValue.require(command);
        return ValueSize.of(command);
    }

    RaftState raftState() {
        return raft.state();
    }

    /** The requests that the student's code sits on, in words, in the order in which they came. */
    List<String> unanswered() {
        return unanswered.stream().map(taken -> endpoint.name() + ": " + taken).toList();
    }

    /** Ends this life. What it had on disk stays. */
    void crash() {
        scope.close();
        endpoint.receiver(null);
        unanswered.forEach(taken -> taken.request().fate().lost());
    }

    private void failed(String call, Throwable thrown) {
        simulation.fail(
                thrown instanceof RaftInvariants.Violation || thrown instanceof ExpectationFailed
                        ? thrown
                        : new ServerFailure(endpoint.name(), call, thrown, simulation.now()));
    }

    // ---------------------------------------------------------------------------------------------------- requests

    private void receive(Endpoint from, Message message) {
        if (message instanceof Messages.Peer peer) {
            raft.receive(from.number(), peer.content());
        } else if (message instanceof Messages.Request request) {
            if (server == null) {
                request.fate().lost(); // its constructor has not returned yet
            } else {
                scope.run(request.method(), () -> answer(from, request));
            }
        }
    }

    private void answer(Endpoint client, Messages.Request request) {
        Taken taken = new Taken(request, simulation.now());
        unanswered.add(taken);
        GetResult result = call(request.id(), request.operation());
        unanswered.remove(taken);
        if (result == null) {
            throw new ExpectationFailed(
                    request.method() + " on " + endpoint.name() + " returned null: it must return an answer");
        }
        network.send(
                endpoint,
                client,
                new Messages.Reply(request.attempt(), result.status(), result.value(), scope),
                request.fate());
    }

    private GetResult call(RequestId id, Operation operation) {
        if (operation instanceof Get get) {
            return server.get(id, get.key());
        }
        Status status;
        if (operation instanceof Put put) {
            status = server.put(id, put.key(), put.value());
        } else {
            Append append = (Append) operation;
            status = server.append(id, append.key(), append.value());
        }
        return status == null ? null : status == Status.SUCCESS ? GetResult.success("") : GetResult.failed(status);
    }

    // ------------------------------------------------------------------------------------------ committed commands

    private void enqueue(CommittedCommand command) {
        committed.add(command);
        if (server != null && !applying) {
            applying = true;
            scope.spawn("onNextCommand", this::applyAll);
        }
    }

    /** One at a time and in order: if the student's method suspends, the next command waits. */
    private void applyAll() {
        applying = true;
        while (!committed.isEmpty()) {
            CommittedCommand next = committed.poll();
            if (simulation.trace().isOn()) {
                simulation
                        .trace()
                        .add(
                                simulation.now(),
                                endpoint.name(),
                                "applies " + next.index() + ": " + StudentCode.text(next.command()::toString));
            }
            server.onNextCommand(next);
        }
        applying = false;
    }
}
