package kvlab.record;

import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.diagnostic.Quote;

/** What happens in a client. Its requests and their replies are messages. */
public sealed interface ClientEvent extends Happening {

    /** A client's id in its requests, which is any number. */
    record Named(long id) implements ClientEvent {
        @Override
        public boolean leads() {
            return false;
        }

        @Override
        public String toString() {
            return "has the client id " + id;
        }
    }

    /**
     * A call begins.
     *
     * @param id the call's request id; empty for a student's Clerk, which chooses it later
     */
    record Invoked(Optional<RequestId> id, Invocation call) implements ClientEvent {
        @Override
        public String toString() {
            return "calls " + call
                    + id.map(request -> " (sequence " + request.sequence() + ")")
                            .orElse("");
        }
    }

    /**
     * A call ends.
     *
     * @param status SUCCESS; or TIMEOUT if the client gave up, so that its outcome is unknown
     * @param value what a successful get read
     */
    record Returned(Invocation call, Status status, Optional<String> value) implements ClientEvent {
        public Returned {
            value = value.map(Bounded::value);
        }

        @Override
        public String toString() {
            return status == Status.SUCCESS
                    ? "has " + call + value.map(read -> " = " + Quote.of(read)).orElse(" done")
                    : "gives up " + call;
        }
    }
}
