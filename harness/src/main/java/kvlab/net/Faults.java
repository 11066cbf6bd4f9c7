package kvlab.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.reduction.Kind;
import kvlab.sim.Simulation;

/**
 * The faults of one schedule: those that occurred, in order. Every fault is requested
 * here before it takes effect.
 */
public final class Faults {
    private final Simulation simulation;
    private final Elements elements;
    private final List<Fault.Occurrence> struck = new ArrayList<>();

    /**
     * The faults of a new schedule.
     *
     * @param elements says which are taken away, which shows whether a failure depends on them
     */
    public Faults(Simulation simulation, Elements elements) {
        this.simulation = simulation;
        this.elements = elements;
    }

    /** Returns whether a fault takes effect, and records it if so. */
    public boolean strikes(Fault fault) {
        if (!elements.include(fault.element())) {
            return false;
        }
        struck.add(new Fault.Occurrence(simulation.now(), fault));
        return true;
    }

    /** The conditions of the network, with constant latency if its random part is taken away. */
    Conditions conditions(Conditions asked) {
        return elements.include(Element.of(Kind.LATENCY)) ? asked : asked.withConstantLatency();
    }

    /** The faults so far, in chronological order. */
    public List<Fault.Occurrence> struck() {
        return Collections.unmodifiableList(struck);
    }
}
