package kvlab.net;

import java.util.function.Consumer;
import kvlab.sim.Simulation;

/** The messages that have arrived at a stalled link, to be delivered or lost one by one. The link stays stalled. */
public final class StalledQueue {
    private final Simulation simulation;
    private final Faults faults;
    private final Link link;
    private final Consumer<Link.Queued> deliver;

    StalledQueue(Simulation simulation, Faults faults, Link link, Consumer<Link.Queued> deliver) {
        this.simulation = simulation;
        this.faults = faults;
        this.link = link;
        this.deliver = deliver;
    }

    public int size() {
        return link.waiting.size();
    }

    /** Delivers the first message. */
    public void deliver() {
        deliver(0);
    }

    /** Delivers the last message, ahead of those that arrived before it. */
    public void deliverLast() {
        deliver(size() - 1);
    }

    private void deliver(int place) {
        Link.Queued queued = link.waiting.remove(place);
        simulation.after(0, () -> deliver.accept(queued));
    }

    /** Delivers a copy of the first message, which stays in the queue. */
    public void deliverCopy() {
        if (faults.strikes(new Fault.Copied(link.copied++, link.from.number(), link.to.number()))) {
            Link.Queued first = link.waiting.get(0);
            first.delivery().duplicated();
            simulation.after(0, () -> deliver.accept(first));
        }
    }

    /** Loses the first message. */
    public void lose() {
        if (faults.strikes(new Fault.LostInQueue(link.lostInQueue++, link.from.number(), link.to.number()))) {
            link.waiting.remove(0).delivery().dropped();
        }
    }
}
