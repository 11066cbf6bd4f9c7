package kvlab.explain;

import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;

/**
 * Why a schedule failed.
 *
 * @param statement what the submission did, a fact of the record; its code begins with {@code cause.}, unless it is the finding
 * @param calls the calls of clients that it is about; the first is the one that shows it
 * @param evidence the events that the statement is about, in any order; the last of the list is where it went wrong
 */
record Cause(Diagnostic statement, List<ClientCall> calls, List<Event> evidence) {

    Cause {
        calls = List.copyOf(calls);
        evidence = List.copyOf(evidence);
    }

    Event wentWrong() {
        return evidence.get(evidence.size() - 1);
    }
}
