package kvlab.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kvlab.sim.Simulation;

/**
 * The faults of one schedule: those that occurred, in order, and those that are switched off. Every fault is requested
 * here before it takes effect.
 */
public final class Faults {
    private final Simulation simulation;
    private final Set<Fault> switchedOff;
    private final List<Fault.Occurrence> struck = new ArrayList<>();

    /**
     * The faults of a new schedule.
     *
     * @param switchedOff faults to suppress, which shows whether a failure depends on them
     */
    public Faults(Simulation simulation, Set<Fault> switchedOff) {
        this.simulation = simulation;
        this.switchedOff = Set.copyOf(switchedOff);
    }

    /** Returns whether a fault takes effect, and records it if so. */
    public boolean strikes(Fault fault) {
        if (!switchedOff.isEmpty() && switchedOff.contains(fault)) {
            return false;
        }
        struck.add(new Fault.Occurrence(simulation.now(), fault));
        return true;
    }

    /** The faults so far, in chronological order. */
    public List<Fault.Occurrence> struck() {
        return Collections.unmodifiableList(struck);
    }
}
