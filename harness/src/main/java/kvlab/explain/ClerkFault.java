package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Timeline;

/** A student's Clerk broke a rule: it returned without a SUCCESS, or its request ids do not identify its calls. */
final class ClerkFault implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return failed.offending()
                .flatMap(offending -> Stream.concat(
                                Stream.of(offending),
                                failed.course().calls().stream()
                                        .filter(call ->
                                                call != offending && call.key().equals(offending.key())))
                        .flatMap(call -> cause(offending, call).stream())
                        .findFirst())
                .or(() -> staysWithOneServer(failed));
    }

    private static Optional<Cause> cause(ClientCall offending, ClientCall call) {
        List<ClientCall> calls = Stream.of(offending, call).distinct().toList();
        for (Request request : call.requests()) {
            if (request.call() != call) {
                return Optional.of(new Cause(
                        about(call, Diagnostic.of("cause.request-id-reused"))
                                .with("sequence", request.id().sequence())
                                .with("earlier", request.call().call().operation()),
                        List.of(offending, request.call(), call),
                        request.attempts()));
            }
        }
        if (call.succeeded()
                && !call.requests().isEmpty()
                && call.requests().stream()
                        .noneMatch(request -> request.handlings().stream()
                                .anyMatch(handling -> handling.succeeded()
                                        && handling.deliveredBefore(
                                                call.returned().orElseThrow())))) {
            List<Event> evidence = new ArrayList<>();
            call.requests().forEach(request -> evidence.addAll(request.attempts()));
            call.returned().ifPresent(evidence::add);
            return Optional.of(new Cause(about(call, Diagnostic.of("cause.clerk-without-success")), calls, evidence));
        }
        List<Request> agreed = call.requests().stream()
                .filter(request -> !request.committed().isEmpty())
                .toList();
        if (!call.isGet() && agreed.size() > 1) {
            List<Event> evidence = new ArrayList<>();
            agreed.forEach(request -> evidence.add(request.attempts().get(0)));
            agreed.forEach(request -> request.committed().get(0).committed().ifPresent(evidence::add));
            return Optional.of(new Cause(
                    about(call, Diagnostic.of("cause.request-id-changed"))
                            .with("sequence", agreed.get(0).id().sequence())
                            .with("other", agreed.get(1).id().sequence()),
                    calls,
                    evidence));
        }
        return Optional.empty();
    }

    /** The last call that did not end: all its later attempts went to one server. */
    private static Optional<Cause> staysWithOneServer(Case failed) {
        if (!failed.finding().code().startsWith("client.")
                && !failed.finding().code().equals("extended.stays-with-lost-leader")) {
            return Optional.empty();
        }
        for (ClientCall call : failed.course().calls()) {
            if (call.returned().isEmpty()) {
                List<Event> attempts = call.requests().stream()
                        .flatMap(request -> request.attempts().stream())
                        .toList();
                int first = attempts.size();
                while (first > 0 && to(attempts.get(first - 1)) == to(attempts.get(attempts.size() - 1))) {
                    first--;
                }
                int same = attempts.size() - first;
                if (same >= 3) {
                    return Optional.of(new Cause(
                            Diagnostic.of("cause.clerk-stays")
                                    .with("client", call.invoked().place())
                                    .with("server", to(attempts.get(first)))
                                    .with("times", same)
                                    .with(
                                            "time",
                                            Timeline.seconds(attempts.get(first).at())),
                            List.of(call),
                            List.of(attempts.get(first), attempts.get(attempts.size() - 1))));
                }
            }
        }
        return Optional.empty();
    }

    private static int to(Event attempt) {
        return ((NetworkEvent.Sent) attempt.what()).to().number();
    }

    private static Diagnostic about(ClientCall call, Diagnostic statement) {
        return statement
                .with("request", call.call().operation())
                .with("client", call.invoked().place());
    }
}
