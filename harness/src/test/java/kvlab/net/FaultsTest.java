package kvlab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Faults are values: listed as they strike, the same each time, and switched off one by one. */
class FaultsTest {
    private static final int ROUNDS = 60;

    private static final Conditions STORMY =
            Conditions.RELIABLE.losing(0.1, 0.1).reordering(0.1, 0.1, Duration.ofMillis(300));

    /** The same traffic each time, in a storm, with a cut and a partition. */
    private static Wire storm(Fault... switchedOff) {
        Wire wire = new Wire(5, switchedOff);
        wire.network().conditions(STORMY);
        wire.network()
                .beginPeriodicFaults(new PeriodicFaults.Settings(Duration.ofMillis(100), 0.2, Duration.ofMillis(26)));
        wire.chatter(ROUNDS);
        wire.at(155, () -> wire.network().cutOff(List.of(1)));
        wire.at(205, () -> wire.network().reconnect(List.of(1)));
        wire.at(305, () -> wire.network().partition(List.of(List.of(0), List.of(1, 2))));
        wire.at(355, () -> wire.network().heal());
        return wire;
    }

    @Test
    void theSameScheduleHasTheSameFaults() {
        Wire one = storm();
        Wire other = storm();
        assertEquals(one.arrivals(), other.arrivals());
        assertEquals(one.struck(), other.struck());
        Set<String> kinds = one.struck().stream()
                .map(fault -> fault.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("Lost", "Duplicated", "HeldBack", "PeriodCut", "PeriodSlow", "CutOff", "Partition"), kinds);
    }

    @Test
    void noTwoFaultsOfAScheduleAreEqual() {
        Wire wire = storm();
        wire.arrivals();
        assertEquals(wire.struck().size(), Set.copyOf(wire.struck()).size());
    }

    /**
     * A message that is lost to a cut meets no fault of its own, so switching a cut off may bring such faults to light.
     */
    @Test
    void withoutOneFaultTheOthersStrikeAsBefore() {
        Wire all = storm();
        all.arrivals();
        for (Fault fault : all.struck()) {
            Wire without = storm(fault);
            without.arrivals();
            Set<Fault> expected = new HashSet<>(all.struck());
            expected.remove(fault);
            expected.removeIf(FaultsTest::onlyStragglersMeet);
            Set<Fault> struck = new HashSet<>(without.struck());
            assertFalse(struck.contains(fault), fault::toString);
            assertTrue(struck.containsAll(expected), fault::toString);
        }
    }

    /**
     * A period's state is drawn with its first message, and after the traffic's end that is one held back by a fault.
     */
    private static boolean onlyStragglersMeet(Fault fault) {
        int periodsOfTraffic = ROUNDS * 10 / 100;
        return fault instanceof Fault.PeriodCut cut && cut.period() >= periodsOfTraffic
                || fault instanceof Fault.PeriodSlow slow && slow.period() >= periodsOfTraffic;
    }

    @Test
    void withoutOneFaultTheMessagesThatItDidNotTouchArriveAsBefore() {
        Wire all = storm();
        List<Wire.Arrival> before = all.arrivals();
        for (Fault fault : all.struck()) {
            List<Wire.Arrival> after = storm(fault).arrivals();
            List<Wire.Arrival> gone = new ArrayList<>(before);
            gone.removeAll(after);
            if (fault instanceof Fault.HeldBack || fault instanceof Fault.Duplicated) {
                assertTrue(gone.size() <= 1, fault::toString);
            } else if (fault instanceof Fault.PeriodSlow slow) {
                assertTrue(
                        gone.stream().allMatch(arrival -> arrival.from().equals("server " + slow.server())),
                        fault::toString);
            } else {
                assertEquals(List.of(), gone, fault::toString);
            }
        }
    }

    @Test
    void withoutAnyFaultNothingGoesWrong() {
        List<Fault> off = new ArrayList<>();
        int arrived = 0;
        for (boolean calm = false; !calm; ) { // each round shows faults that those of the round before had hidden
            Wire wire = storm(off.toArray(Fault[]::new));
            arrived = wire.arrivals().size();
            calm = !off.addAll(wire.struck());
        }
        assertEquals(ROUNDS * Wire.SERVERS * (Wire.SERVERS - 1), arrived);
    }

    @Test
    void aFaultHasAReadableDescription() {
        assertEquals("message 3 from server 0 to client 1 lost", new Fault.Lost("server 0", "client 1", 3).toString());
        assertEquals(
                "partition [0, 3] | [1, 2, 4]",
                new Fault.Partition(0, List.of(List.of(0, 3), List.of(1, 2, 4))).toString());
        assertEquals(
                "message 3 from server 0 to client 1 held back for 12 ms",
                new Fault.HeldBack("server 0", "client 1", 3, 12_345_678).toString());
        assertEquals(
                "servers [1] no longer hear servers [0, 2]", new Fault.OneWay(0, List.of(0, 2), List.of(1)).toString());
        assertEquals("servers [1] cut off", new Fault.CutOff(2, List.of(1)).toString());
        assertEquals("server 1 cut off for period 4", new Fault.PeriodCut(1, 4).toString());
    }
}
