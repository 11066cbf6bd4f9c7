package kvlab.net;

import kvlab.record.Content;
import kvlab.record.NetworkEvent.Copy;
import kvlab.record.Place;

/**
 * What the record of a schedule needs to know of one copy of a message.
 *
 * @param number of the message
 * @param from the sender, in the life in which it sent the message
 * @param cause the id of the event from which this copy is under way
 */
record Envelope(long number, Place from, Content content, Copy copy, long cause) {

    Envelope as(Copy other) {
        return new Envelope(number, from, content, other, cause);
    }

    Envelope causedBy(long event) {
        return new Envelope(number, from, content, copy, event);
    }
}
