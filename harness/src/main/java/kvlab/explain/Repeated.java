package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.Place;

/**
 * A request that took effect twice at a server.
 *
 * @param meanwhile an entry between both, of a later request of the same client: then the second one is an old copy
 */
record Repeated(Place server, Request request, LogEntry first, LogEntry second, Optional<LogEntry> meanwhile) {

    static Repeated at(Course course, Place server, Request request, LogEntry first, LogEntry second) {
        Optional<LogEntry> later =
                course.applied(server).subMap(first.index(), false, second.index(), false).values().stream()
                        .filter(entry -> entry.request()
                                .filter(other -> isLater(other, request))
                                .isPresent())
                        .reduce((earlier, each) -> each);
        return new Repeated(server, request, first, second, later);
    }

    private static boolean isLater(Request other, Request request) {
        return other != request
                && other.id().client() == request.id().client()
                && other.call().call().number() > request.call().call().number();
    }

    Cause cause(ClientCall read) {
        List<ClientCall> calls = new ArrayList<>(List.of(read, request.call()));
        meanwhile.flatMap(LogEntry::request).ifPresent(other -> calls.add(other.call()));
        List<Event> evidence = new ArrayList<>();
        Stream.of(Optional.of(first), meanwhile, Optional.of(second))
                .flatMap(Optional::stream)
                .forEach(entry -> evidence.addAll(entry.wayTo(server)));
        return new Cause(statement(), calls.stream().distinct().toList(), evidence);
    }

    private Diagnostic statement() {
        return request.about(
                        meanwhile.isPresent()
                                ? Diagnostic.of("cause.old-duplicate-applied")
                                : Diagnostic.of("cause.applied-twice"))
                .with("server", server.number())
                .with("sequence", request.id().sequence())
                .with("first", first.index())
                .with("second", second.index())
                .with("meanwhile", meanwhile.map(LogEntry::index))
                .with(
                        "later",
                        meanwhile
                                .flatMap(LogEntry::request)
                                .map(other -> other.id().sequence()));
    }
}
