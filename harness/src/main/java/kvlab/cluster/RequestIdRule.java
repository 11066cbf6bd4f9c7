package kvlab.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.Operation;

/**
 * What {@link RequestId} promises to servers, checked where one Clerk sends: a call keeps its id however often it is sent,
 * no id is of two calls or of two Clerks, and the sequence number rises by one with each call.
 *
 * <p>A violation is a remark. Only the history shows whether calls took effect twice or not at all; Clerk and server are
 * by the same author, who may have a protocol of their own that works.
 */
final class RequestIdRule {
    private final int clerk;
    private final Map<Long, Integer> clerkOfClientId;
    private final Map<RequestId, Use> uses = new HashMap<>();
    private long call;
    private Optional<Operation> firstOfCall = Optional.empty();
    private Optional<RequestId> latest = Optional.empty();

    /** For what an id was sent first. */
    private record Use(long call, Operation operation) {}

    /** @param clerkOfClientId the first Clerk to use each client id, shared by all */
    RequestIdRule(int clerk, Map<Long, Integer> clerkOfClientId) {
        this.clerk = clerk;
        this.clerkOfClientId = clerkOfClientId;
    }

    /** The Clerk's next call begins. */
    void begin() {
        call++;
        firstOfCall = Optional.empty();
    }

    /** What is wrong if the Clerk sends a request now; empty if nothing is. */
    Optional<Diagnostic> wrongWith(RequestId request, Operation operation) {
        Integer other = clerkOfClientId.putIfAbsent(request.client(), clerk);
        if (other != null && other != clerk) {
            return Optional.of(Diagnostic.of("remark.client-id-shared")
                    .with("first", other)
                    .with("second", clerk)
                    .with("id", request.client()));
        }
        Use use = new Use(call, operation);
        Use before = uses.putIfAbsent(request, use);
        if (before != null) {
            return before.equals(use) ? Optional.empty() : Optional.of(Diagnostic.of("remark.request-id-reused"));
        }
        Optional<RequestId> previous = latest.filter(last -> last.client() == request.client());
        latest = Optional.of(request);
        if (firstOfCall.isPresent()) { // a further request of a call is fine if it asks for something else
            return firstOfCall.get().equals(operation)
                    ? Optional.of(Diagnostic.of("remark.request-id-changed"))
                    : Optional.empty();
        }
        firstOfCall = Optional.of(operation);
        return previous.filter(last -> request.sequence() != last.sequence() + 1)
                .map(last -> Diagnostic.of("remark.sequence-not-by-one"));
    }
}
