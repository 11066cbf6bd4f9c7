package kvlab.cluster;

import java.util.function.Consumer;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.raft.RaftDriver;
import kvlab.reduction.Element;
import kvlab.reduction.Kind;
import kvlab.sim.Scope;
import kvlab.submission.PureValue;
import kvlab.submission.ValueSize;

/** The provided Raft, on the cluster's network. */
final class ProvidedPeer implements Peer {
    private final RaftDriver driver;

    ProvidedPeer(
            ClusterEnvironment environment,
            int id,
            int life,
            Scope scope,
            Disk disk,
            Consumer<CommittedCommand> apply) {
        Endpoint endpoint = environment.network().server(id);
        driver = new RaftDriver(
                id,
                environment.size(),
                life,
                scope,
                disk.provided(),
                environment.invariants(),
                new RaftDriver.Environment(
                        (peer, message) -> environment
                                .network()
                                .send(endpoint, environment.network().server(peer), new Messages.Peer(message)),
                        apply,
                        ProvidedPeer::check,
                        () -> environment.triggers().reached(TriggerPoint.ELECTED, id),
                        StudentCode::value,
                        !environment.elements().include(Element.of(Kind.ELECTION_TIMEOUTS))));
    }

    private static int check(Command command) {
        PureValue.require(command);
        return ValueSize.of(command);
    }

    @Override
    public void begin() {
        // started with the life, before the server's constructor
    }

    @Override
    public Start start(Command command) {
        return driver.start(command);
    }

    @Override
    public RaftState state() {
        return driver.state();
    }

    @Override
    public void receive(Endpoint from, Message message) {
        driver.receive(from.number(), ((Messages.Peer) message).raft());
    }

    @Override
    public void crash() {
        // its timers end with the scope of the life
    }
}
