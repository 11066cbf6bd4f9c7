package kvlab.explain;

import java.util.Optional;
import java.util.function.Predicate;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.history.History;
import kvlab.history.Linearizability;
import kvlab.history.LinearizabilityChecker;

/** What is to be explained: the finding, the course of events, and the call that shows the failure, if it is one call. */
record Case(Diagnostic finding, Course course, Peers peers, Optional<ClientCall> offending) {

    static Case of(Failure failure) {
        Course course = new Course(failure.recording(), failure.history());
        return new Case(failure.finding(), course, new Peers(course.events()), offending(failure, course));
    }

    /** A whole number that the finding states; -1 if it does not. */
    long number(String argument) {
        String text = finding.argument(argument);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static Optional<ClientCall> offending(Failure failure, Course course) {
        String code = failure.finding().code();
        String key = failure.finding().argument("key");
        if (code.equals("history.not-linearizable") || code.contains("wrong-")) {
            return unplaceable(failure.history(), course).or(() -> lastSuccess(course, key, ClientCall::isGet));
        }
        if (code.equals("core.call-timed-out")) {
            return last(
                    course,
                    call -> !call.succeeded()
                            && call.returned().isPresent()
                            && call.invoked()
                                    .place()
                                    .name()
                                    .endsWith(" " + failure.finding().argument("client")));
        }
        if (code.equals("client.calls-open") || code.equals("client.not-done")) {
            return last(
                    course,
                    call -> call.returned().isEmpty()
                            && call.invoked()
                                    .place()
                                    .name()
                                    .equals(failure.finding().argument("client")));
        }
        if (code.equals("server.key-unreadable") || code.equals("server.leader-does-not-answer")) {
            return last(
                    course,
                    call -> call.isGet()
                            && !call.succeeded()
                            && Quote.of(call.key()).equals(key));
        }
        return code.endsWith("without-majority") ? lastSuccess(course, key, call -> true) : Optional.empty();
    }

    private static Optional<ClientCall> unplaceable(History history, Course course) {
        return new LinearizabilityChecker().check(history) instanceof Linearizability.NotLinearizable found
                ? course.calls().stream()
                        .filter(call ->
                                call.call().number() == found.unplaceable().number())
                        .findFirst()
                : Optional.empty();
    }

    /** @param key as the finding shows it */
    private static Optional<ClientCall> lastSuccess(Course course, String key, Predicate<ClientCall> which) {
        return last(
                course,
                call -> which.test(call)
                        && call.succeeded()
                        && Quote.of(call.key()).equals(key));
    }

    private static Optional<ClientCall> last(Course course, Predicate<ClientCall> which) {
        return course.calls().stream().filter(which).reduce((earlier, later) -> later);
    }
}
