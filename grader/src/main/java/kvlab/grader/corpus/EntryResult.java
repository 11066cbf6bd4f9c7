package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;

/**
 * What came of one entry.
 *
 * @param refusal why it was turned away before the first test; empty if it was not
 * @param findings of each test that was run, in the order of suites and numbers
 * @param unmet what was expected and did not come, in words; empty if all is as it must be
 */
public record EntryResult(CorpusEntry entry, Optional<String> refusal, List<Finding> findings, List<String> unmet) {

    public EntryResult {
        findings = List.copyOf(findings);
        unmet = List.copyOf(unmet);
    }

    public boolean isAsExpected() {
        return unmet.isEmpty();
    }

    /** Whether anything at all told it from a correct submission. */
    public boolean isCaught() {
        return refusal.isPresent()
                || findings.stream()
                        .anyMatch(finding ->
                                finding.notPassed() > 0 || !finding.remarks().isEmpty());
    }

    /** How many schedules were run for this. */
    public long schedules() {
        return findings.stream().mapToLong(Finding::schedules).sum();
    }
}
