package kvlab.explain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.record.Content.PeerMessage;
import kvlab.record.Event;

/** A call between students' Rafts: request, handling and reply. How their records are named is the student's matter. */
final class PeerCall {
    private static final Pattern TRUTH = Pattern.compile("\\b\\w+=(true|false)\\b");

    private final Event sent;
    private final int from;
    private final int to;
    private final PeerMessage request;
    private Event called;
    private Event answered;
    private PeerMessage reply;
    private Event replyDelivered;

    PeerCall(Event sent, int to, PeerMessage request) {
        this.sent = sent;
        this.from = sent.place().number();
        this.to = to;
        this.request = request;
    }

    void called(Event event) {
        if (called == null) {
            called = event;
        }
    }

    void answered(Event event, PeerMessage content) {
        if (answered == null) {
            answered = event;
            reply = content;
        }
    }

    void replyDelivered(Event event) {
        if (replyDelivered == null) {
            replyDelivered = event;
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    Event sent() {
        return sent;
    }

    Optional<Event> called() {
        return Optional.ofNullable(called);
    }

    Optional<Event> answered() {
        return Optional.ofNullable(answered);
    }

    Optional<Event> replyDelivered() {
        return Optional.ofNullable(replyDelivered);
    }

    /** Whether the caller had the reply before an event. */
    boolean repliedBefore(Event event) {
        return replyDelivered != null && replyDelivered.id() < event.id();
    }

    /** Whether the request has a text among its components. */
    boolean mentions(String text) {
        return request.text().contains(text);
    }

    /** The only truth value in the reply: whether a vote was granted, or entries were taken. Empty if there is none, or several. */
    Optional<Boolean> consent() {
        if (reply == null) {
            return Optional.empty();
        }
        Matcher matcher = TRUTH.matcher(reply.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean value = matcher.group(1).equals("true");
        return matcher.find() ? Optional.empty() : Optional.of(value);
    }
}
