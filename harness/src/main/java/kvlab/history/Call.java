package kvlab.history;

import java.util.Objects;
import kvlab.diagnostic.Quote;

/**
 * One call of one client. Call a precedes call b if and only if a returned at an earlier position than b was invoked;
 * otherwise they are concurrent, even if one client made both.
 *
 * @param number the call's number within its recording, from 0, in order of invocation
 */
public record Call(int number, long client, Operation operation, Moment invoked, Outcome outcome) {
    public Call {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(invoked, "invoked");
        Objects.requireNonNull(outcome, "outcome");
        if (outcome instanceof Outcome.Returned returned && returned.at().position() <= invoked.position()) {
            throw new IllegalArgumentException(
                    "call " + number + " returns at position " + returned.at().position() + ", not after position "
                            + invoked.position() + " where it was invoked");
        }
    }

    public boolean isPending() {
        return outcome instanceof Outcome.Pending;
    }

    Call with(Outcome newOutcome) {
        return new Call(number, client, operation, invoked, newOutcome);
    }

    @Override
    public String toString() {
        String begun = operation + " of client " + client + ", from " + Explanation.seconds(invoked.at());
        if (outcome instanceof Outcome.Returned returned) {
            String read = operation instanceof Get ? ", read " + Quote.of(returned.value()) : "";
            return begun + " to " + Explanation.seconds(returned.at().at()) + read;
        }
        return begun + ", had not returned";
    }
}
