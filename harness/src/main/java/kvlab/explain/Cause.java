package kvlab.explain;

import java.util.List;
import java.util.Optional;
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
    /** For each cause, by the same name. */
    private static final List<Diagnostic> RULES = List.of(
            Diagnostic.of("rule.answer-of-another"),
            Diagnostic.of("rule.answered-before-commit"),
            Diagnostic.of("rule.applied-and-not-confirmed"),
            Diagnostic.of("rule.applied-twice"),
            Diagnostic.of("rule.applying-waits"),
            Diagnostic.of("rule.changed-by-handler"),
            Diagnostic.of("rule.clerk-ignores-success"),
            Diagnostic.of("rule.clerk-misses-leader"),
            Diagnostic.of("rule.clerk-silent"),
            Diagnostic.of("rule.clerk-stays"),
            Diagnostic.of("rule.clerk-without-success"),
            Diagnostic.of("rule.earlier-value-read"),
            Diagnostic.of("rule.gave-up-early"),
            Diagnostic.of("rule.ignored"),
            Diagnostic.of("rule.index-taken"),
            Diagnostic.of("rule.not-woken"),
            Diagnostic.of("rule.old-duplicate-applied"),
            Diagnostic.of("rule.other-key-stored"),
            Diagnostic.of("rule.raft-appended-without-leading"),
            Diagnostic.of("rule.raft-committed-entry-removed"),
            Diagnostic.of("rule.raft-delivered-by-minority"),
            Diagnostic.of("rule.raft-earlier-term-counted"),
            Diagnostic.of("rule.raft-elected-by-minority"),
            Diagnostic.of("rule.raft-entries-sent-without-leading"),
            Diagnostic.of("rule.raft-entry-not-saved"),
            Diagnostic.of("rule.raft-entry-not-sent"),
            Diagnostic.of("rule.raft-majority-not-counted"),
            Diagnostic.of("rule.raft-nobody-stands"),
            Diagnostic.of("rule.raft-peer-not-called"),
            Diagnostic.of("rule.raft-unmatched-entry-delivered"),
            Diagnostic.of("rule.raft-vote-for-older-log"),
            Diagnostic.of("rule.raft-vote-lost"),
            Diagnostic.of("rule.raft-vote-refused"),
            Diagnostic.of("rule.raft-voted-twice"),
            Diagnostic.of("rule.read-before-applied"),
            Diagnostic.of("rule.read-without-agreement"),
            Diagnostic.of("rule.refused-while-leading"),
            Diagnostic.of("rule.repeated-answer-differs"),
            Diagnostic.of("rule.request-id-changed"),
            Diagnostic.of("rule.request-id-reused"),
            Diagnostic.of("rule.success-without-start"),
            Diagnostic.of("rule.value-of-other-key"),
            Diagnostic.of("rule.waited-without-command"),
            Diagnostic.of("rule.waits"),
            Diagnostic.of("rule.waits-for-lost-command"),
            Diagnostic.of("rule.waits-on"),
            Diagnostic.of("rule.waits-without-command"),
            Diagnostic.of("rule.woken-by-another"),
            Diagnostic.of("rule.wrong-value-stored"));

    Cause {
        calls = List.copyOf(calls);
        evidence = List.copyOf(evidence);
    }

    /** The rule that was broken, unless the statement has it. */
    Optional<Diagnostic> rule() {
        String code = statement.code().replaceFirst("^cause", "rule");
        return RULES.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    Event wentWrong() {
        return evidence.get(evidence.size() - 1);
    }
}
