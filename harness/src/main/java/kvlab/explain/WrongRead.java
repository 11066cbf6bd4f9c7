package kvlab.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.explain.ReplayedLog.Write;
import kvlab.history.Append;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.record.CodeEvent;
import kvlab.record.Event;

/**
 * A get read a value that the log of its server does not give, and the value tells which rule was broken on the way: a request
 * took effect twice or not at all, or the answer to another one was given.
 */
final class WrongRead implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return failed.offending()
                .filter(ClientCall::isGet)
                .flatMap(read ->
                        read.decisive().flatMap(handling -> new Reading(failed.course(), read, handling).solve()));
    }

    /** A get, and what its server had been given when it answered. */
    private static final class Reading {
        /** Shorter texts may be in a value by chance. */
        private static final int LEAST_PART = 2;

        private final Course course;
        private final ClientCall read;
        private final Handling handling;
        private final Event answer;
        private final String value;
        private final NavigableMap<Long, LogEntry> applied;
        private final List<Write> writes;
        private final long own;
        private final long last;

        Reading(Course course, ClientCall read, Handling handling) {
            this.course = course;
            this.read = read;
            this.handling = handling;
            answer = handling.answered().orElseThrow();
            value = read.read().orElseThrow();
            applied = course.appliedBefore(answer);
            writes = new ReplayedLog(applied).writes(read.key());
            last = applied.isEmpty() ? 0 : applied.lastKey();
            own = handling.request().entries().stream()
                    .filter(entry -> entry.appliedBefore(answer))
                    .mapToLong(LogEntry::index)
                    .min()
                    .orElse(last);
        }

        Optional<Cause> solve() {
            if (isValueOf(write -> false, write -> false)) {
                return Optional.empty(); // the server's state is right, so the fault is elsewhere
            }
            return appliedTwice()
                    .or(() -> ignored().or(this::otherAnswer).map(this::cause))
                    .or(this::answeredDifferently)
                    .or(() -> valueOfOtherKey().map(this::cause))
                    .or(this::earlierValue);
        }

        /** The same request had another value as its answer before. */
        private Optional<Cause> answeredDifferently() {
            return handling.request().handlings().stream()
                    .filter(other -> other.server().equals(handling.server())
                            && other.succeeded()
                            && other.answered().orElseThrow().id() < answer.id()
                            && !other.value().equals(handling.value()))
                    .findFirst()
                    .map(other -> new Cause(
                            handling.about(Diagnostic.of("cause.repeated-answer-differs"))
                                    .with("value", Quote.of(other.value().orElse("")))
                                    .with("other", Quote.of(value)),
                            List.of(read),
                            List.of(other.called(), other.answered().orElseThrow(), handling.called(), answer)));
        }

        /** A part of the value was written to another key only. */
        private Optional<Diagnostic> valueOfOtherKey() {
            Set<String> ownParts =
                    writes.stream().map(write -> written(write.operation())).collect(Collectors.toSet());
            return applied.values().stream()
                    .filter(entry -> entry.request()
                            .map(request -> request.call().call().operation())
                            .filter(operation -> !operation.key().equals(read.key())
                                    && written(operation).length() >= LEAST_PART
                                    && value.contains(written(operation))
                                    && ownParts.stream().noneMatch(part -> part.contains(written(operation))))
                            .isPresent())
                    .findFirst()
                    .map(entry -> handling.about(Diagnostic.of("cause.value-of-other-key"))
                            .with("value", Quote.of(value))
                            .with(
                                    "write",
                                    entry.request().orElseThrow().call().call().operation())
                            .with("index", entry.index()));
        }

        private static String written(Operation operation) {
            return operation instanceof Put put
                    ? put.value()
                    : operation instanceof Append append ? append.value() : "";
        }

        /** The value that the key had some writes ago. */
        private Optional<Cause> earlierValue() {
            Optional<Write> next = Optional.empty();
            for (int i = writes.size() - 1; i >= 0 && next.isEmpty(); i--) {
                Write write = writes.get(i);
                if (write.entry().index() <= own
                        && ReplayedLog.value(writes, write.entry().index() - 1).equals(value)) {
                    next = Optional.of(write);
                }
            }
            return next.map(write -> {
                List<Event> evidence = new ArrayList<>(write.entry().wayTo(handling.server()));
                evidence.add(answer);
                return new Cause(
                        handling.about(Diagnostic.of("cause.earlier-value-read"))
                                .with("value", Quote.of(value))
                                .with("write", write.request().call().call().operation())
                                .with("index", write.entry().index())
                                .with("own", own)
                                .with(
                                        "changes",
                                        write.entry()
                                                .changeEventAt(handling.server())
                                                .map(event -> Peers.beginning(((CodeEvent.Fields) event.what()).text()))
                                                .orElse("none of its fields")),
                        List.of(read, write.request().call()),
                        evidence);
            });
        }

        private Optional<Cause> appliedTwice() {
            List<Request> repeated = writes.stream()
                    .map(Write::request)
                    .distinct()
                    .filter(request -> entriesOf(request).size() > 1)
                    .toList();
            for (Request request : repeated) {
                if (isValueOf(write -> write.request() == request, write -> false)) {
                    return Optional.of(twice(request));
                }
            }
            return !repeated.isEmpty() && isValueOf(write -> true, write -> false)
                    ? Optional.of(twice(repeated.get(0)))
                    : Optional.empty();
        }

        private Cause twice(Request request) {
            List<LogEntry> entries = entriesOf(request);
            return Repeated.at(course, handling.server(), request, entries.get(0), entries.get(1))
                    .cause(read);
        }

        private List<LogEntry> entriesOf(Request request) {
            return applied.values().stream()
                    .filter(entry ->
                            entry.request().filter(each -> each == request).isPresent())
                    .toList();
        }

        private Optional<Diagnostic> ignored() {
            long lastWrite = writes.stream()
                    .mapToLong(write -> write.entry().index())
                    .filter(index -> index <= own)
                    .max()
                    .orElse(0);
            return writes.stream()
                    .filter(ignored -> ignored.entry().index() < lastWrite
                            && isValueOf(write -> false, write -> write.request() == ignored.request()))
                    .findFirst()
                    .map(ignored -> ignored.request()
                            .about(Diagnostic.of("cause.ignored"))
                            .with("server", handling.server().number())
                            .with("sequence", ignored.request().id().sequence())
                            .with("index", ignored.entry().index()));
        }

        /** The answer to another get, the same client's rather than another's. It is certain only if the key never had this value. */
        private Optional<Diagnostic> otherAnswer() {
            if (value.isEmpty() || everHeld()) {
                return Optional.empty();
            }
            return course.handlings().stream()
                    .filter(other -> other.request() != handling.request()
                            && other.request().call().isGet()
                            && !other.request().call().key().equals(read.key())
                            && other.answered()
                                    .filter(event -> event.id() < answer.id())
                                    .isPresent()
                            && other.value().equals(handling.value()))
                    .max(Comparator.comparing((Handling other) -> isOfSameClient(other))
                            .thenComparing(
                                    other -> other.answered().orElseThrow().id()))
                    .map(other -> handling.about(Diagnostic.of("cause.answer-of-another"))
                            .with("value", Quote.of(value))
                            .with("other", other.request().call().call().operation())
                            .with("otherClient", other.request().id().client()));
        }

        private boolean isOfSameClient(Handling other) {
            return other.request().id().client() == handling.request().id().client();
        }

        private boolean everHeld() {
            return writes.stream()
                    .anyMatch(write ->
                            ReplayedLog.value(writes, write.entry().index()).equals(value));
        }

        /** Whether this was the value at some index from the get's own one to the last one before the answer. */
        private boolean isValueOf(Predicate<Write> again, Predicate<Write> skipped) {
            TreeSet<Long> indices = new TreeSet<>(List.of(own, last));
            writes.stream()
                    .map(write -> write.entry().index())
                    .filter(index -> index > own)
                    .forEach(indices::add);
            return indices.stream()
                    .anyMatch(index ->
                            ReplayedLog.value(writes, index, again, skipped).equals(value));
        }

        private Cause cause(Diagnostic statement) {
            List<ClientCall> calls = new ArrayList<>(List.of(read));
            List<Event> evidence = new ArrayList<>();
            if (!statement.argument("index").isEmpty()) {
                LogEntry entry = applied.get(Long.parseLong(statement.argument("index")));
                entry.request().ifPresent(request -> calls.add(request.call()));
                evidence.addAll(entry.wayTo(handling.server()));
            }
            if (evidence.isEmpty()) {
                evidence.add(answer);
            }
            return new Cause(statement, calls.stream().distinct().toList(), evidence);
        }
    }
}
