package kvlab.explain;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * What a submission must do.
 *
 * @param sentence its code begins with {@code rule.}, and goes on as that of the cause that breaks it
 * @param section where the handout explains it
 */
public record Rule(Diagnostic sentence, HandoutSection section) {

    private static final List<Rule> ALL = List.of(
            new Rule(Diagnostic.of("rule.answer-of-another"), HandoutSection.REPEATING),
            new Rule(Diagnostic.of("rule.answered-before-commit"), HandoutSection.LIFE_OF_A_PUT),
            new Rule(Diagnostic.of("rule.applied-and-not-confirmed"), HandoutSection.LIFE_OF_A_PUT),
            new Rule(Diagnostic.of("rule.applied-twice"), HandoutSection.REPEATING),
            new Rule(Diagnostic.of("rule.applying-waits"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.changed-by-handler"), HandoutSection.AGREEMENT),
            new Rule(Diagnostic.of("rule.clerk-ignores-success"), HandoutSection.CLERK_HINTS),
            new Rule(Diagnostic.of("rule.clerk-misses-leader"), HandoutSection.CLERK_HINTS),
            new Rule(Diagnostic.of("rule.clerk-silent"), HandoutSection.EXACTLY_ONCE),
            new Rule(Diagnostic.of("rule.clerk-stays"), HandoutSection.CLERK_HINTS),
            new Rule(Diagnostic.of("rule.clerk-without-success"), HandoutSection.EXACTLY_ONCE),
            new Rule(Diagnostic.of("rule.earlier-value-read"), HandoutSection.AGREEMENT),
            new Rule(Diagnostic.of("rule.gave-up-early"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.ignored"), HandoutSection.REPEATING),
            new Rule(Diagnostic.of("rule.index-taken"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.not-woken"), HandoutSection.LIFE_OF_A_PUT),
            new Rule(Diagnostic.of("rule.old-duplicate-applied"), HandoutSection.LATE_COPIES),
            new Rule(Diagnostic.of("rule.other-key-stored"), HandoutSection.SERVICE),
            new Rule(Diagnostic.of("rule.raft-appended-without-leading"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-committed-entry-removed"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-delivered-by-minority"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-earlier-term-counted"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-elected-by-minority"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-entries-sent-without-leading"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-entry-not-saved"), HandoutSection.RAFTS_WORLD),
            new Rule(Diagnostic.of("rule.raft-entry-not-sent"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-majority-not-counted"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-nobody-stands"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-peer-not-called"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-unmatched-entry-delivered"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-vote-for-older-log"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-vote-lost"), HandoutSection.RAFTS_WORLD),
            new Rule(Diagnostic.of("rule.raft-vote-refused"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.raft-voted-twice"), HandoutSection.RAFTS_TESTS),
            new Rule(Diagnostic.of("rule.read-before-applied"), HandoutSection.AGREEMENT),
            new Rule(Diagnostic.of("rule.read-without-agreement"), HandoutSection.AGREEMENT),
            new Rule(Diagnostic.of("rule.refused-while-leading"), HandoutSection.LOST_COMMANDS),
            new Rule(Diagnostic.of("rule.repeated-answer-differs"), HandoutSection.REPEATING),
            new Rule(Diagnostic.of("rule.request-id-changed"), HandoutSection.EXACTLY_ONCE),
            new Rule(Diagnostic.of("rule.request-id-reused"), HandoutSection.EXACTLY_ONCE),
            new Rule(Diagnostic.of("rule.success-without-start"), HandoutSection.LIFE_OF_A_PUT),
            new Rule(Diagnostic.of("rule.value-of-other-key"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.waited-without-command"), HandoutSection.LOST_COMMANDS),
            new Rule(Diagnostic.of("rule.waits"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.waits-for-lost-command"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.waits-on"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.waits-without-command"), HandoutSection.LOST_COMMANDS),
            new Rule(Diagnostic.of("rule.woken-by-another"), HandoutSection.WAITING),
            new Rule(Diagnostic.of("rule.wrong-value-stored"), HandoutSection.SERVICE));

    /** The rule that a cause breaks, unless the cause has it in its own statement. */
    static Optional<Rule> brokenBy(Diagnostic cause) {
        String code = cause.code().replaceFirst("^cause", "rule");
        return ALL.stream().filter(rule -> rule.sentence().code().equals(code)).findFirst();
    }

    /** The sentence, and where to read more. */
    @Override
    public String toString() {
        return sentence.message() + " (" + section + ")";
    }
}
