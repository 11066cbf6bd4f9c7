package kvlab.explain;

import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.history.History;
import kvlab.history.Linearizability;
import kvlab.history.LinearizabilityChecker;

/** What is to be explained: the finding, the course of events, and the call that shows the failure, if it is one call. */
record Case(Diagnostic finding, Course course, Optional<ClientCall> offending) {

    static Case of(Failure failure) {
        Course course = new Course(failure.recording(), failure.history());
        return new Case(failure.finding(), course, offending(failure, course));
    }

    private static Optional<ClientCall> offending(Failure failure, Course course) {
        String code = failure.finding().code();
        if (code.equals("history.not-linearizable") || code.contains("wrong-")) {
            return unplaceable(failure.history(), course).or(() -> lastRead(failure.finding(), course));
        }
        if (code.endsWith("without-majority")) {
            return lastCall(failure.finding(), course);
        }
        return Optional.empty();
    }

    private static Optional<ClientCall> unplaceable(History history, Course course) {
        return new LinearizabilityChecker().check(history) instanceof Linearizability.NotLinearizable found
                ? course.calls().stream()
                        .filter(call ->
                                call.call().number() == found.unplaceable().number())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<ClientCall> lastRead(Diagnostic finding, Course course) {
        return last(
                course,
                call -> call.isGet() && call.succeeded() && Quote.of(call.key()).equals(finding.argument("key")));
    }

    private static Optional<ClientCall> lastCall(Diagnostic finding, Course course) {
        return last(course, call -> call.succeeded() && Quote.of(call.key()).equals(finding.argument("key")));
    }

    private static Optional<ClientCall> last(Course course, java.util.function.Predicate<ClientCall> which) {
        return course.calls().stream().filter(which).reduce((earlier, later) -> later);
    }
}
