package kvlab.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kvlab.sim.Simulation;

/**
 * The faults of one schedule: which have struck, in order, and which are switched off. Every fault passes through here
 * before it strikes.
 */
public final class Faults {
    private final Simulation simulation;
    private final Set<Fault> switchedOff;
    private final List<Fault.Occurrence> struck = new ArrayList<>();

    /**
     * The faults of a schedule that begins.
     *
     * @param switchedOff faults that are not to strike, so that one sees whether a failure needs them
     */
    public Faults(Simulation simulation, Set<Fault> switchedOff) {
        this.simulation = simulation;
        this.switchedOff = Set.copyOf(switchedOff);
    }

    /** Whether a fault that is due strikes; it is then recorded. */
    public boolean strikes(Fault fault) {
        if (!switchedOff.isEmpty() && switchedOff.contains(fault)) {
            return false;
        }
        struck.add(new Fault.Occurrence(simulation.now(), fault));
        return true;
    }

    /** What has struck so far, in the order of time. */
    public List<Fault.Occurrence> struck() {
        return Collections.unmodifiableList(struck);
    }
}
