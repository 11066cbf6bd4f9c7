package kvlab.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Delivery;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.submission.PureValue;
import kvlab.submission.ValueSize;

/** A student's Raft for one life of a server: calls to it, and the operations of its context. */
final class StudentPeer implements Peer {
    private static final RaftState NOT_BUILT = new RaftState(false, 0);

    private final ClusterEnvironment environment;
    private final Scope scope;
    private final Simulation simulation;
    private final ServerRecord record;
    private final RaftContext context;
    private final int id;
    private final Endpoint endpoint;
    private final Disk disk;
    private final CodeUnderTest code;
    private final RaftFactory factory;
    private final Consumer<CommittedCommand> apply;
    private final RpcClient rpcClient;
    /** The deliveries of the calls that are being handled. */
    private final List<Delivery> handling = new ArrayList<>();

    private RaftPeer students;
    private long delivered;
    private boolean led;

    StudentPeer(
            ClusterEnvironment environment,
            int id,
            int life,
            Scope scope,
            Disk disk,
            CodeUnderTest code,
            RaftFactory factory,
            Consumer<CommittedCommand> apply) {
        this.scope = scope;
        this.simulation = scope.simulation();
        this.record = new ServerRecord(scope);
        this.environment = environment;
        this.id = id;
        this.endpoint = environment.network().server(id);
        this.disk = disk;
        this.code = code;
        this.factory = factory;
        this.apply = apply;
        this.rpcClient = new RpcClient(
                scope,
                environment.network(),
                endpoint,
                life,
                simulation.randomness().stream("peer's certainty", id, life));
        FieldRecord.follow(scope, () -> students);
        this.context = new RaftContextFacade(
                new StudentEnvironment(scope, simulation.randomness().stream("student's Raft", id, life)), this);
    }

    @Override
    public void begin() {
        students = factory.create(context);
    }

    @Override
    public void crash() {
        handling.forEach(Delivery::dropped);
    }

    // ---------------------------------------------------------------------------------------------- calls to this Raft

    @Override
    public Start start(Command command) {
        PureValue.require(command);
        if (students == null) {
            return new Start(false, 0, 0); // its constructor has not returned yet
        }
        environment.agreement().started(command);
        long deliveredBefore = delivered;
        Start start = simulation.withoutSuspending("StudentRaft.start", () -> students.start(command));
        if (start == null) {
            throw new ExpectationFailed(Diagnostic.of("raft.null-start").with("server", id));
        }
        if (start.leader()) {
            checkIndex(start, deliveredBefore);
        }
        return start;
    }

    private void checkIndex(Start start, long deliveredBefore) {
        if (start.index() < 1) {
            fail(Diagnostic.of("raft.index-below-one").with("server", id).with("index", start.index()));
        } else if (start.index() <= deliveredBefore) {
            fail(Diagnostic.of("raft.index-delivered")
                    .with("server", id)
                    .with("index", start.index())
                    .with("delivered", deliveredBefore));
        }
    }

    @Override
    public RaftState state() {
        if (students == null) {
            return NOT_BUILT;
        }
        RaftState state = simulation.withoutSuspending("StudentRaft.state", students::state);
        if (state == null) {
            throw new ExpectationFailed(Diagnostic.of("raft.null-state").with("server", id));
        }
        record.observe(state);
        return state;
    }

    @Override
    public void receive(Endpoint from, Message message) {
        if (message instanceof Messages.PeerAnswer answer) {
            rpcClient.receive(answer);
        } else if (message instanceof Messages.PeerCall call) {
            if (students == null) {
                call.delivery().dropped(); // its constructor has not returned yet
            } else {
                scope.run("handle", () -> answer(from, call));
            }
        }
    }

    private void answer(Endpoint from, Messages.PeerCall call) {
        record.called("handle", from, call);
        handling.add(call.delivery());
        Record reply = students.handle(from.number(), code.read(call.value()));
        handling.remove(call.delivery());
        if (reply == null) {
            throw new ExpectationFailed(Diagnostic.of("raft.null-reply").with("server", id));
        }
        PureValue.requireToSend(reply);
        checkRoleChange();
        Messages.PeerAnswer answer = new Messages.PeerAnswer(call.attempt(), reply, ValueSize.of(reply), scope);
        record.answered("handle", from, answer);
        environment.network().send(endpoint, from, answer, call.delivery());
    }

    /** A student's Raft does not report a won election, but a new leader soon sends to its peers. */
    private void checkRoleChange() {
        RaftState state = state();
        if (state.leader() && !led) {
            environment.agreement().wrongWith(id, state).ifPresent(this::fail);
            environment.triggers().reached(TriggerPoint.ELECTED, id);
        }
        led = state.leader();
    }

    /** Fails the simulation directly, since the student's code might catch an exception. */
    private void fail(Diagnostic what) {
        simulation.fail(new ExpectationFailed(what));
    }

    // --------------------------------------------------------------------------------------- operations of its context

    int id() {
        return id;
    }

    int clusterSize() {
        return environment.size();
    }

    Optional<Record> call(int peer, Record request) {
        scope.check();
        if (peer < 0 || peer >= environment.size() || peer == id) {
            throw new IllegalArgumentException("server " + id + " has no peer " + peer + ": peers are 0 to "
                    + (environment.size() - 1) + " without itself");
        }
        PureValue.requireToSend(request);
        if (students != null) {
            checkRoleChange();
        }
        int bytes = ValueSize.of(request);
        Network network = environment.network();
        return rpcClient
                .call(
                        network.server(peer),
                        (attempt, delivery) -> new Messages.PeerCall(attempt, request, bytes, delivery))
                .map(answer -> code.read(((Messages.PeerAnswer) answer).value()));
    }

    void save(Record state) {
        scope.check();
        PureValue.requireToSave(state);
        record.saved(state);
        disk.save(state);
    }

    Optional<Record> saved() {
        scope.check();
        return disk.own().map(code::read);
    }

    void deliver(CommittedCommand committed) {
        scope.check();
        Objects.requireNonNull(committed, "the committed command to deliver is null");
        if (committed.index() != delivered + 1) {
            throw new IllegalStateException("index " + committed.index() + " was delivered after " + delivered
                    + ": in each life of a server the indices are 1, 2, 3 and so on");
        }
        if (committed.command() == null) {
            throw new IllegalArgumentException("the command to deliver at index " + committed.index() + " is null");
        }
        delivered++;
        record.delivered(committed);
        environment.agreement().wrongWith(id, committed).ifPresent(this::fail);
        apply.accept(committed);
    }
}
