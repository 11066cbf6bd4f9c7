package kvlab.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kvlab.api.ClerkContext;
import kvlab.api.RequestId;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.HistoryRecorder;
import kvlab.net.Network;
import kvlab.record.Place;
import kvlab.sim.Randomness;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.workload.ClientIds;

/** Makes a cluster's clients, provided ones and Clerks, with numbers from 1. Their calls enter one history. */
final class ClusterClients {
    private final Scope scope;
    private final Network network;
    private final int clusterSize;
    private final ClerkFactory clerks;
    private final HistoryRecorder history;
    private final ClientIds ids;
    private final Map<Long, Integer> clerkOfClientId = new HashMap<>();
    private int made;

    /** @param scope of the provided clients; each Clerk has its own */
    ClusterClients(Scope scope, Network network, int clusterSize, ClerkFactory clerks, HistoryRecorder history) {
        this.scope = scope;
        this.network = network;
        this.clusterSize = clusterSize;
        this.clerks = clerks;
        this.history = history;
        this.ids = ClientIds.of(scope.simulation().randomness());
    }

    Client client() {
        int number = ++made;
        RequestId first = new RequestId(ids.id(number), ids.firstSequence(number));
        return new Client(scope, network, history, number, first, clusterSize);
    }

    List<Client> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> client()).toList();
    }

    /** @param remark receives remarks on the Clerk */
    Clerk clerk(Consumer<Diagnostic> remark) {
        int number = ++made;
        Simulation simulation = scope.simulation();
        Scope own = simulation.scope(Place.client(number), (what, thrown) -> simulation.fail(thrown));
        ClerkRequests requests =
                new ClerkRequests(own, network, number, ids.id(number), clusterSize, remark, clerkOfClientId);
        Randomness randomness = simulation.randomness();
        ClerkContext context = new ClerkContextFacade(
                new StudentEnvironment(own, randomness.stream("clerk", number)),
                requests,
                randomness.stream("clerk's order of servers", number));
        Clerk clerk = new Clerk(own, requests, history, number, () -> clerks.create(context));
        FieldRecord.follow(own, clerk::students);
        return clerk;
    }
}
