package kvlab.net;

import java.util.function.Consumer;
import kvlab.record.NetworkEvent.Reason;
import kvlab.sim.Simulation;

/** The messages that have arrived at a stalled link, to be delivered or lost one by one. The link stays stalled. */
public final class StalledQueue {
    private final Simulation simulation;
    private final Faults faults;
    private final Link link;
    private final NetworkRecord record;
    private final Consumer<Transmission> deliver;

    StalledQueue(
            Simulation simulation, Faults faults, NetworkRecord record, Link link, Consumer<Transmission> deliver) {
        this.simulation = simulation;
        this.faults = faults;
        this.record = record;
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
        Transmission queued = link.waiting.remove(place);
        record.with(queued, () -> simulation.after(0, () -> deliver.accept(queued)));
    }

    /** Delivers a copy of the first message, which stays in the queue. */
    public void deliverCopy() {
        Fault copied = new Fault.Copied(link.copied++, link.from.number(), link.to.number());
        if (faults.strikes(copied)) {
            Transmission first = link.waiting.get(0);
            record.with(first, () -> {
                Transmission second = record.duplicated(first, 0, copied);
                first.delivery().duplicated();
                simulation.after(0, () -> deliver.accept(second));
            });
        }
    }

    /** Loses the first message. */
    public void lose() {
        Fault lost = new Fault.LostInQueue(link.lostInQueue++, link.from.number(), link.to.number());
        if (faults.strikes(lost)) {
            Transmission first = link.waiting.remove(0);
            record.with(first, () -> {
                record.dropped(first, Reason.QUEUE, lost);
                first.delivery().dropped();
            });
        }
    }
}
