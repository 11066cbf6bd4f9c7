package kvlab.explain;

import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;

/**
 * Why a schedule failed.
 *
 * @param statement what the submission did, a fact of the record; its code begins with {@code cause.}
 * @param calls the calls of clients that it is about; the first is the one that shows it
 * @param evidence the events that the statement is about, in any order; the last of the list is where it went wrong
 */
record Cause(Diagnostic statement, List<ClientCall> calls, List<Event> evidence) {
    /** For each cause, by the same name. */
    private static final List<Diagnostic> RULES = List.of(
            Diagnostic.of("rule.answer-of-another"),
            Diagnostic.of("rule.answered-before-commit"),
            Diagnostic.of("rule.applied-twice"),
            Diagnostic.of("rule.changed-by-handler"),
            Diagnostic.of("rule.clerk-stays"),
            Diagnostic.of("rule.clerk-without-success"),
            Diagnostic.of("rule.ignored"),
            Diagnostic.of("rule.index-taken"),
            Diagnostic.of("rule.not-woken"),
            Diagnostic.of("rule.old-duplicate-applied"),
            Diagnostic.of("rule.other-key-stored"),
            Diagnostic.of("rule.read-before-applied"),
            Diagnostic.of("rule.read-without-agreement"),
            Diagnostic.of("rule.request-id-changed"),
            Diagnostic.of("rule.request-id-reused"),
            Diagnostic.of("rule.success-without-start"),
            Diagnostic.of("rule.waits"),
            Diagnostic.of("rule.waits-for-lost-command"),
            Diagnostic.of("rule.waits-without-command"),
            Diagnostic.of("rule.woken-by-another"),
            Diagnostic.of("rule.wrong-value-stored"));

    Cause {
        calls = List.copyOf(calls);
        evidence = List.copyOf(evidence);
    }

    /** The rule that was broken. */
    Diagnostic rule() {
        String code = statement.code().replaceFirst("^cause", "rule");
        return RULES.stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Event wentWrong() {
        return evidence.get(evidence.size() - 1);
    }
}
