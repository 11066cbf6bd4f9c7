package kvlab.net;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.record.Content;
import kvlab.record.FaultEvent.Cut;
import kvlab.record.FaultEvent.Healed;
import kvlab.record.FaultEvent.Repair;
import kvlab.record.Happening;
import kvlab.record.NetworkEvent.Copy;
import kvlab.record.NetworkEvent.Delivered;
import kvlab.record.NetworkEvent.Dropped;
import kvlab.record.NetworkEvent.Duplicated;
import kvlab.record.NetworkEvent.HeldBack;
import kvlab.record.NetworkEvent.Queued;
import kvlab.record.NetworkEvent.Reason;
import kvlab.record.NetworkEvent.Sent;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.sim.Simulation;

/** Records what happens to messages, and faults of the network, if the schedule is recorded. */
final class NetworkRecord {
    private final Simulation simulation;
    private final Recording recording;

    NetworkRecord(Simulation simulation) {
        this.simulation = simulation;
        this.recording = simulation.recording();
    }

    /** The id of the event that leads to what happens now. */
    long cause() {
        return recording.isOn() ? recording.cause() : 0;
    }

    /** What happens next is caused by an event again. */
    void causedBy(long cause) {
        recording.causedBy(cause);
    }

    /** A message is sent. This causes what happens next. */
    Envelope sent(Link link, Message message) {
        if (!recording.isOn()) {
            return null;
        }
        long number = recording.nextMessage();
        Content content = message.content();
        long sent = simulation.record(link.from.place(), new Sent(number, link.to.place(), content));
        recording.causedBy(sent);
        return new Envelope(number, link.from.place(), content, Copy.ORIGINAL, sent);
    }

    void dropped(Transmission copy, Reason reason) {
        dropped(copy, reason, null);
    }

    void dropped(Transmission copy, Reason reason, Fault fault) {
        if (recording.isOn()) {
            Envelope of = copy.envelope();
            add(new Dropped(of.number(), of.from(), to(copy), reason, Optional.ofNullable(fault), of.content()));
        }
    }

    /** A second copy. This causes what happens next. */
    Transmission duplicated(Transmission copy, long delay, Fault fault) {
        if (!recording.isOn()) {
            return copy;
        }
        Envelope of = copy.envelope();
        add(new Duplicated(
                of.number(), of.from(), to(copy), Duration.ofNanos(delay), Optional.of(fault), of.content()));
        return copy.with(of.as(Copy.DUPLICATE));
    }

    /** Does something with a message that has waited; what happens next has to do with it only meanwhile. */
    void with(Transmission copy, Runnable action) {
        long cause = cause();
        backTo(copy);
        action.run();
        causedBy(cause);
    }

    /** What happens next has to do with this copy. */
    void backTo(Transmission copy) {
        if (recording.isOn()) {
            recording.causedBy(copy.envelope().cause());
        }
    }

    Transmission heldBack(Transmission copy, long delay, Fault fault) {
        if (!recording.isOn()) {
            return copy;
        }
        Envelope of = copy.envelope();
        add(new HeldBack(of.number(), of.from(), to(copy), Duration.ofNanos(delay), Optional.of(fault), of.content()));
        return copy.with(of.as(Copy.HELD_BACK));
    }

    /** The same message as one that counts as lost for its sender. */
    Transmission late(Transmission lost) {
        return lost.untracked(recording.isOn() ? lost.envelope().as(Copy.LATE) : null);
    }

    Transmission queued(Transmission copy) {
        if (!recording.isOn()) {
            return copy;
        }
        Envelope of = copy.envelope();
        long queued = add(new Queued(of.number(), of.from(), to(copy), of.content()));
        return copy.with(
                of.as(of.copy() == Copy.ORIGINAL ? Copy.HELD_BACK : of.copy()).causedBy(queued));
    }

    void delivered(Transmission copy) {
        if (recording.isOn()) {
            Envelope of = copy.envelope();
            simulation.record(to(copy), new Delivered(of.number(), of.from(), of.copy(), of.content()));
        }
    }

    void cut(Fault fault) {
        if (recording.isOn()) {
            add(new Cut(fault));
        }
    }

    /** A fault that begins with the first message of a period; it leads to nothing else. */
    void periodCut(Fault fault) {
        long cause = cause();
        cut(fault);
        causedBy(cause);
    }

    void healed(Repair repair, List<Endpoint> from, List<Endpoint> to) {
        if (recording.isOn()) {
            add(new Healed(repair, places(from), places(to)));
        }
    }

    private static List<Place> places(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::place).toList();
    }

    /** The receiver, in its present life. */
    private static Place to(Transmission copy) {
        return copy.link().to.place();
    }

    private long add(Happening what) {
        return simulation.record(Place.NETWORK, what);
    }
}
