package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.Outcome;
import kvlab.record.ClientEvent;
import kvlab.record.Event;

/** A call of a client, with the requests that it sent for it: one, unless a Clerk changes the request id. */
final class ClientCall {
    private final Call call;
    private final Event invoked;
    private final List<Request> requests = new ArrayList<>();
    private Event returned;

    ClientCall(Call call, Event invoked) {
        this.call = call;
        this.invoked = invoked;
    }

    void sends(Request request) {
        if (!requests.contains(request)) {
            requests.add(request);
        }
    }

    void returned(Event event) {
        returned = event;
    }

    Call call() {
        return call;
    }

    Event invoked() {
        return invoked;
    }

    /** Where the client says that the call has ended or that it gives up. */
    Optional<Event> returned() {
        return Optional.ofNullable(returned);
    }

    List<Request> requests() {
        return requests;
    }

    boolean isGet() {
        return call.operation() instanceof Get;
    }

    String key() {
        return call.operation().key();
    }

    /** What a get that ended read, or that another call succeeded. */
    Optional<String> read() {
        return call.outcome() instanceof Outcome.Returned outcome ? Optional.of(outcome.value()) : Optional.empty();
    }

    boolean succeeded() {
        return read().isPresent();
    }

    /** Whether this call had ended before the other one began. */
    boolean precedes(ClientCall other) {
        return call.outcome() instanceof Outcome.Returned outcome
                && outcome.at().position() < other.call.invoked().position();
    }

    /** The handling whose answer ended the call. */
    Optional<Handling> decisive() {
        if (!succeeded() || returned == null) {
            return Optional.empty();
        }
        return requests.stream()
                .flatMap(request -> request.handlings().stream())
                .filter(handling -> handling.deliveredBefore(returned) && handling.succeeded())
                .filter(handling -> !isGet() || handling.value().equals(returnedValue()))
                .findFirst();
    }

    private Optional<String> returnedValue() {
        return ((ClientEvent.Returned) returned.what()).value();
    }
}
