package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Status;
import kvlab.record.ClientEvent.Named;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import kvlab.workload.Data;
import org.junit.jupiter.api.Test;

/** What a server sees of the core lab's clients: their ids, sequence numbers, keys and the clock. */
class RequestIdsTest {
    private final World world = new World();
    private final List<RequestId> requests = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Set<Duration> starts = new TreeSet<>();

    /** Server 0 answers; the others are not the leader. */
    private final class Observer implements KeyValueServer {
        private final boolean leads;

        Observer(ServerContext context) {
            leads = context.id() == 0;
            starts.add(context.now());
        }

        @Override
        public Status put(RequestId request, String key, String value) {
            requests.add(request);
            keys.add(key);
            return leads ? Status.SUCCESS : Status.NOT_LEADER;
        }

        @Override
        public Status append(RequestId request, String key, String value) {
            return put(request, key, value);
        }

        @Override
        public GetResult get(RequestId request, String key) {
            return put(request, key, "") == Status.SUCCESS
                    ? GetResult.success("")
                    : GetResult.failed(Status.NOT_LEADER);
        }

        @Override
        public void onNextCommand(CommittedCommand committed) {}
    }

    /** Two clients make three calls each: the first has to try every server. */
    private Cluster play(long seed) {
        requests.clear();
        Simulation simulation = world.simulation(seed, Recording.on());
        Cluster cluster = new Cluster(
                simulation, 3, new CodeUnderTest(Observer::new, context -> null, Optional.empty()), Elements.all());
        simulation.run(() -> {
            for (Client client : cluster.clients(2)) {
                client.startingAt(1).put("k", "v");
                client.append("k", "w");
                client.get("k");
            }
        });
        return cluster;
    }

    @Test
    void aCallKeepsItsRequestAndTheNextOneIsOneMore() {
        for (long seed = 1; seed <= 50; seed++) {
            play(seed);
            assertEquals(10, requests.size());
            RequestId first = requests.get(0);
            assertEquals(List.of(first, first, first), requests.subList(0, 3));
            assertEquals(new RequestId(first.client(), first.sequence() + 1), requests.get(3));
            assertEquals(new RequestId(first.client(), first.sequence() + 2), requests.get(4));
            assertNotEquals(first.client(), requests.get(5).client());
        }
    }

    @Test
    void requestsAndKeysCannotBeToldByIdentity() {
        play(2);
        assertEquals(requests.get(0), requests.get(1));
        assertNotSame(requests.get(0), requests.get(1));
        assertEquals(keys.get(0), keys.get(1));
        assertNotSame(keys.get(0), keys.get(1));
    }

    @Test
    void idsAreAnyAndClientsAreNumberedFromOne() {
        Set<Long> ids = new HashSet<>();
        for (long seed = 2; seed <= 50; seed++) {
            Cluster cluster = play(seed);
            requests.forEach(request -> ids.add(request.client()));
            assertEquals(1, cluster.history().calls().get(0).client());
            assertEquals(2, cluster.history().calls().get(3).client());
        }
        assertTrue(ids.stream().anyMatch(id -> id < 0));
        assertTrue(ids.stream().anyMatch(id -> id > Integer.MAX_VALUE));
    }

    @Test
    void theRecordTellsAClientsId() {
        Simulation simulation = world.simulation(2, Recording.on());
        Cluster cluster = new Cluster(
                simulation, 3, new CodeUnderTest(Observer::new, context -> null, Optional.empty()), Elements.all());
        simulation.run(() -> cluster.client().startingAt(0).put("k", "v"));
        assertTrue(simulation.recording().events().stream()
                .anyMatch(event -> event.place().equals(Place.client(1))
                        && event.what().equals(new Named(requests.get(0).client()))));
    }

    @Test
    void theClockBeginsAnywhere() {
        play(Data.PLAIN_SEED);
        assertEquals(Set.of(Duration.ZERO), starts);
        for (long seed = 2; seed <= 50; seed++) {
            play(seed);
        }
        assertTrue(starts.stream().anyMatch(start -> start.compareTo(Duration.ofDays(1)) > 0), starts.toString());
        assertTrue(starts.size() > 20, starts.toString());
    }
}
