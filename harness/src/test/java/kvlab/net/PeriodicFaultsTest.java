package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

class PeriodicFaultsTest {
    private static final PeriodicFaults.Settings UNRELIABLE =
            new PeriodicFaults.Settings(Duration.ofMillis(100), 0.1, Duration.ofMillis(26));
    private static final int PERIODS = 2000;

    /** What the periodic faults of a seed do, by "server/period": "cut", or the delay in nanoseconds. */
    private static Map<String, String> states(long seed, List<Integer> serversInOrder, int everyNth, Set<Fault> off) {
        Simulation simulation = new World().simulation(seed, Recording.OFF);
        PeriodicFaults faults = new PeriodicFaults(
                simulation,
                new Faults(
                        simulation,
                        Elements.without(off.stream().map(Fault::element).toList())),
                new NetworkRecord(simulation),
                UNRELIABLE,
                5,
                0);
        Map<String, String> states = new TreeMap<>();
        for (int n = 0; n < PERIODS; n += everyNth) {
            int period = n;
            simulation.after(Duration.ofMillis(100L * n + n % 100).toNanos(), () -> {
                for (int server : serversInOrder) {
                    String now = faults.cuts(server) ? "cut" : "" + faults.delay(server);
                    states.put(server + "/" + period, now);
                }
            });
        }
        simulation.run(() -> simulation
                .scope(Place.SCENARIO, (what, e) -> simulation.fail(e))
                .sleep(Duration.ofMillis(100L * PERIODS)));
        return states;
    }

    private static Map<String, String> states(long seed) {
        return states(seed, List.of(0, 1, 2, 3, 4), 1, Set.of());
    }

    @Test
    void theOrderAndNumberOfQueriesChangeNothing() {
        Map<String, String> all = states(1);
        assertEquals(all, states(1, List.of(4, 2, 2, 0, 3, 1), 1, Set.of()));
        Map<String, String> some = states(1, List.of(3), 7, Set.of());
        assertTrue(some.size() > 200);
        some.forEach((when, what) -> assertEquals(all.get(when), what));
    }

    @Test
    void anotherSeedMakesOtherFaults() {
        assertNotEquals(states(1), states(2));
    }

    @Test
    void aServerIsCutOffInOneOfTenPeriodsAndOtherwiseSlowedByUpTo26Milliseconds() {
        Map<String, String> states = states(1);
        long cuts = states.values().stream().filter("cut"::equals).count();
        assertEquals(0.1, (double) cuts / states.size(), 0.01);
        List<Long> delays = states.values().stream()
                .filter(what -> !what.equals("cut"))
                .map(Long::parseLong)
                .toList();
        double mean = delays.stream().mapToLong(delay -> delay).average().orElseThrow();
        assertEquals(13e6, mean, 0.5e6);
        assertTrue(delays.stream().allMatch(delay -> delay >= 0 && delay < 26_000_000));
    }

    @Test
    void aSwitchedOffCutLeavesEverythingElseAsItWas() {
        Map<String, String> all = states(1);
        String cut = all.keySet().stream()
                .filter(when -> all.get(when).equals("cut"))
                .findFirst()
                .orElseThrow();
        Fault fault = new Fault.PeriodCut(Integer.parseInt(cut.substring(0, 1)), Long.parseLong(cut.substring(2)));
        Map<String, String> without = states(1, List.of(0, 1, 2, 3, 4), 1, Set.of(fault));
        assertNotEquals("cut", without.remove(cut));
        all.remove(cut);
        assertEquals(all, without);
    }

    @Test
    void aSwitchedOffDelayLeavesEverythingElseAsItWas() {
        Map<String, String> all = states(1);
        assertNotEquals("cut", all.get("0/0"));
        Map<String, String> without = states(1, List.of(0, 1, 2, 3, 4), 1, Set.of(new Fault.PeriodSlow(0, 0)));
        assertEquals("0", without.put("0/0", all.get("0/0")));
        assertEquals(all, without);
    }

    @Test
    void faultsAreAmongServersAndEndWhenTheyAreEnded() {
        Wire wire = new Wire(1);
        wire.network().beginPeriodicFaults(new PeriodicFaults.Settings(Duration.ofMillis(100), 1, Duration.ZERO));
        wire.request(wire.server(0), wire.server(1), 1);
        wire.at(50, () -> wire.network().endPeriodicFaults());
        wire.at(51, () -> wire.request(wire.server(0), wire.server(1), 2));
        assertEquals(List.of(2), wire.numbers());
    }

    @Test
    void whatASlowedServerSendsArrivesLater() {
        Wire calm = new Wire(1);
        calm.request(calm.server(0), calm.server(1), 1);
        calm.request(calm.client(1), calm.server(1), 2);
        Wire slow = new Wire(1);
        slow.network()
                .beginPeriodicFaults(new PeriodicFaults.Settings(Duration.ofMillis(100), 0, Duration.ofSeconds(50)));
        slow.request(slow.server(0), slow.server(1), 1);
        slow.request(slow.client(1), slow.server(1), 2);
        Map<Integer, Duration> without = times(calm);
        Map<Integer, Duration> with = times(slow);
        assertEquals(without.get(2), with.get(2));
        assertTrue(with.get(1).compareTo(without.get(1)) > 0);
    }

    private static Map<Integer, Duration> times(Wire wire) {
        Map<Integer, Duration> times = new TreeMap<>();
        wire.arrivals().forEach(arrival -> times.put(arrival.number(), arrival.at()));
        return times;
    }

    /** Periodic faults that begin again are other faults, so that each of them is a value of its own. */
    @Test
    void noTwoPeriodsAreTheSameThoughFaultsBeginAgain() {
        Wire wire = new Wire(1);
        wire.chatter(100);
        for (int occasion = 0; occasion < 5; occasion++) {
            wire.at(200 * occasion + 5, () -> wire.network().beginPeriodicFaults(UNRELIABLE));
            wire.at(200 * occasion + 155, () -> wire.network().endPeriodicFaults());
        }
        wire.arrivals();
        assertFalse(wire.struck().isEmpty());
        assertEquals(wire.struck().size(), Set.copyOf(wire.struck()).size());
    }
}
