package kvlab.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.explain.ReplayedLog.Write;
import kvlab.history.Append;
import kvlab.history.Put;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.FieldChange;
import kvlab.record.Place;

/**
 * Applying a command changed a server's store in another way than its operation says: not at all, once more, at another key,
 * or to another value. Or a handler changed the store. This is seen in the fields of the server, if one of them has once held
 * the right value under its key.
 */
final class WrongEffect implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        return failed.offending()
                .filter(ClientCall::isGet)
                .flatMap(read ->
                        read.decisive().flatMap(handling -> new Store(failed.course(), read, handling).wrong()));
    }

    /** The store of the server that answered, as its fields show it. */
    private static final class Store {
        private static final int MAX_SHOWN = 60;

        private final Course course;
        private final ClientCall read;
        private final Event answer;
        private final Place server;
        private final String key;
        private final List<Write> writes;

        Store(Course course, ClientCall read, Handling handling) {
            this.course = course;
            this.read = read;
            answer = handling.answered().orElseThrow();
            server = handling.server();
            key = Quote.of(read.key());
            writes = new ReplayedLog(course.appliedBefore(answer)).writes(read.key());
        }

        Optional<Cause> wrong() {
            return field().flatMap(field -> changedByHandler(field).or(() -> wrongWrite(field)));
        }

        /** The field that is the store: on some server it got a written value under the written key. */
        private Optional<String> field() {
            return course.committed().values().stream()
                    .flatMap(entry -> entry.servers().stream()
                            .flatMap(life -> entry.changesAt(life).stream())
                            .filter(change -> isWrite(change, entry.request())))
                    .findFirst()
                    .or(() -> course.handlings().stream()
                            .flatMap(handling -> handling.changes().stream()
                                    .flatMap(event -> ((CodeEvent.Fields) event.what()).changes().stream())
                                    .filter(change -> isWrite(change, Optional.of(handling.request()))))
                            .findFirst())
                    .map(FieldChange::field);
        }

        private static boolean isWrite(FieldChange change, Optional<Request> request) {
            return request.map(each -> each.call().call().operation())
                    .filter(operation -> change.at().equals(Quote.of(operation.key())))
                    .filter(operation ->
                            operation instanceof Put put && change.after().equals(Quote.of(put.value()))
                                    || operation instanceof Append append
                                            && change.after().equals(Quote.of(append.value())))
                    .isPresent();
        }

        private Optional<Cause> changedByHandler(String field) {
            return course.handlings().stream()
                    .filter(handling -> handling.server().equals(server))
                    .flatMap(handling -> handling.changes().stream()
                            .filter(event -> event.id() < answer.id()
                                    && ((CodeEvent.Fields) event.what())
                                            .changes().stream().anyMatch(change -> isOfKey(change, field)))
                            .map(event -> new Cause(
                                    handling.about(Diagnostic.of("cause.changed-by-handler"))
                                            .with("field", field),
                                    List.of(read, handling.request().call()),
                                    List.of(handling.called(), event))))
                    .findFirst();
        }

        private boolean isOfKey(FieldChange change, String field) {
            return change.field().equals(field) && change.at().equals(key);
        }

        private Optional<Cause> wrongWrite(String field) {
            Set<Request> done = new HashSet<>();
            for (Write write : writes) {
                boolean again = !done.add(write.request());
                Optional<Cause> wrong = again ? appliedAgain(field, write) : appliedWrongly(field, write);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }

        private Optional<Cause> appliedAgain(String field, Write write) {
            if (changeAt(field, write).isEmpty()) {
                return Optional.empty();
            }
            Request request = write.request();
            LogEntry first = writes.stream()
                    .filter(each -> each.request() == request)
                    .map(Write::entry)
                    .findFirst()
                    .orElseThrow();
            return Optional.of(
                    Repeated.at(course, server, request, first, write.entry()).cause(read));
        }

        private Optional<Cause> appliedWrongly(String field, Write write) {
            long index = write.entry().index();
            String before = ReplayedLog.value(writes, index - 1);
            String after = ReplayedLog.value(writes, index);
            Optional<FieldChange> change = changeAt(field, write);
            if (change.isPresent()) {
                String expected = Quote.of(after);
                if (expected.length() > MAX_SHOWN || change.get().after().equals(expected)) {
                    return Optional.empty();
                }
                return cause(
                        write,
                        about(Diagnostic.of("cause.wrong-value-stored"), write.request())
                                .with("field", field)
                                .with("key", key)
                                .with("value", change.get().after())
                                .with("expected", expected));
            }
            if (before.equals(after)) {
                return Optional.empty();
            }
            Optional<FieldChange> elsewhere = write.entry().changesAt(server).stream()
                    .filter(each -> each.field().equals(field) && each.at().startsWith("\""))
                    .findFirst();
            return elsewhere.isPresent()
                    ? cause(
                            write,
                            about(Diagnostic.of("cause.other-key-stored"), write.request())
                                    .with("field", field)
                                    .with("key", elsewhere.get().at()))
                    : cause(
                            write,
                            about(Diagnostic.of("cause.ignored"), write.request())
                                    .with("sequence", write.request().id().sequence())
                                    .with("other", serverThatChanged(field, write)));
        }

        private Optional<Integer> serverThatChanged(String field, Write write) {
            return write.entry().servers().stream()
                    .filter(other -> write.entry().changesAt(other).stream().anyMatch(change -> isOfKey(change, field)))
                    .map(Place::number)
                    .findFirst();
        }

        private Optional<FieldChange> changeAt(String field, Write write) {
            return write.entry().changesAt(server).stream()
                    .filter(change -> isOfKey(change, field))
                    .findFirst();
        }

        private Optional<Cause> cause(Write write, Diagnostic statement) {
            List<Event> evidence = Stream.of(
                            write.entry().started(),
                            write.entry().changeEventAt(server),
                            write.entry().appliedAt(server))
                    .flatMap(Optional::stream)
                    .toList();
            return Optional.of(new Cause(
                    statement.with("index", write.entry().index()),
                    List.of(read, write.request().call()),
                    evidence));
        }

        private Diagnostic about(Diagnostic statement, Request request) {
            return request.about(statement).with("server", server.number());
        }
    }
}
