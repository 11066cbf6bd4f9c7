package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.grade.result.ReplayCommand;

/**
 * The outcome of one entry, compared with the expected one.
 *
 * @param refusal the reason for a refusal before the first test; empty if it was not refused
 * @param findings the summary of each test run, in the order of suites and numbers
 */
public record EntryResult(CorpusEntry entry, Optional<String> refusal, List<Finding> findings) {

    public EntryResult {
        findings = List.copyOf(findings);
    }

    public boolean isAsExpected() {
        return unmet().isEmpty();
    }

    /** Whether any outcome differs from that of a correct submission. */
    public boolean isCaught() {
        return refusal.isPresent()
                || findings.stream()
                        .anyMatch(finding ->
                                finding.notPassed() > 0 || !finding.remarks().isEmpty());
    }

    /** The number of schedules run. */
    public long schedules() {
        return findings.stream().mapToLong(Finding::schedules).sum();
    }

    /** The unmet expectations, each with the actual outcome; empty if all are met. */
    public List<String> unmet() {
        Stream<Optional<String>> reasons = entry.isCorrect()
                ? Stream.concat(
                        Stream.of(refusal.map(why -> "it is correct, but was refused: " + why)),
                        findings.stream().map(this::unmetByCorrect))
                : entry.expectations().stream().map(this::unmet);
        return reasons.flatMap(Optional::stream).toList();
    }

    private Optional<String> unmetByCorrect(Finding finding) {
        return finding.first()
                .map(first -> "it is correct, but " + finding + " did not pass in " + finding.notPassed() + " of "
                        + finding.schedules() + " schedules: " + said(finding, first));
    }

    private Optional<String> unmet(Expectation expected) {
        if (expected instanceof Expectation.Refused) {
            return unrefused(expected);
        } else if (refusal.isPresent()) {
            return refusal.map(why -> "no test could say " + quoted(expected) + ", because it was refused: " + why);
        } else if (expected instanceof Expectation.CaughtBy caught) {
            return uncaught(findingOf(caught), caught);
        }
        Expectation.ByTest reported = (Expectation.ByTest) expected;
        return unreported(findingOf(reported), reported);
    }

    private Finding findingOf(Expectation.ByTest expected) {
        return findings.stream()
                .filter(finding -> finding.suite().equals(expected.suite()) && finding.test() == expected.test())
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> unrefused(Expectation expected) {
        if (refusal.isEmpty()) {
            return Optional.of("it was not refused; it should be, because " + quoted(expected));
        }
        return refusal.filter(why -> !why.contains(expected.part()))
                .map(why -> "the refusal should say " + quoted(expected) + ", but says: " + why);
    }

    private Optional<String> uncaught(Finding finding, Expectation expected) {
        if (finding.first().isEmpty()) {
            return Optional.of(finding + " did not catch it in " + finding.schedules()
                    + " schedules; it should, because " + quoted(expected));
        }
        TestOutcome.Failure first = finding.first().get();
        return first.verdict().message().contains(expected.part())
                ? Optional.empty()
                : Optional.of(finding + " should say " + quoted(expected) + ", but says: " + said(finding, first));
    }

    private Optional<String> unreported(Finding finding, Expectation expected) {
        if (finding.first().isPresent()) {
            return Optional.of(finding + " should pass, with a remark, but says: "
                    + said(finding, finding.first().get()));
        }
        return finding.remarks().stream().anyMatch(remark -> remark.message().contains(expected.part()))
                ? Optional.empty()
                : Optional.of(finding + " should remark " + quoted(expected) + ", but of " + finding.schedules()
                        + " schedules it says " + (finding.remarks().isEmpty() ? "nothing" : finding.remarks()));
    }

    private String said(Finding finding, TestOutcome.Failure first) {
        return first.verdict().message() + "\n  replay: ./kvlab corpus --extract " + entry.name() + " DIR && "
                + ReplayCommand.at("DIR").line(finding.suite(), finding.test(), first.seed());
    }

    private static String quoted(Expectation expectation) {
        return "\"" + expectation.part() + "\"";
    }
}
