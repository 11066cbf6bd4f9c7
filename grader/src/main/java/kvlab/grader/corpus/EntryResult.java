package kvlab.grader.corpus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.schedule.Replay;

/**
 * The outcome of one entry, compared with the expected one.
 *
 * @param refusal the reason for a refusal before the first test; empty if it was not refused
 * @param summaries the summary of each test run, in the order of suites and numbers
 */
public record EntryResult(CorpusEntry entry, Optional<String> refusal, List<TestSummary> summaries) {

    public EntryResult {
        summaries = List.copyOf(summaries);
    }

    public boolean isAsExpected() {
        return unmet().isEmpty();
    }

    /** Whether any outcome differs from that of a correct submission. */
    public boolean isCaught() {
        return refusal.isPresent()
                || summaries.stream()
                        .anyMatch(summary ->
                                summary.notPassed() > 0 || !summary.remarks().isEmpty());
    }

    /** The number of schedules run. */
    public long schedules() {
        return summaries.stream().mapToLong(TestSummary::schedules).sum();
    }

    /** The unmet expectations, each with the actual outcome; empty if all are met. */
    public List<String> unmet() {
        Stream<Optional<String>> reasons = entry.isCorrect()
                ? Stream.concat(
                        Stream.of(refusal.map(why -> "it is correct, but was refused: " + why)),
                        summaries.stream().map(this::unmetByCorrect))
                : entry.expectations().stream().map(this::unmet);
        return reasons.flatMap(Optional::stream).toList();
    }

    private Optional<String> unmetByCorrect(TestSummary summary) {
        return summary.first()
                .map(first -> "it is correct, but " + summary + " did not pass in " + summary.notPassed() + " of "
                        + summary.schedules() + " schedules: " + said(summary, first));
    }

    private Optional<String> unmet(Expectation expected) {
        if (expected instanceof Expectation.Refused) {
            return unrefused(expected);
        } else if (refusal.isPresent()) {
            return refusal.map(why -> "no test could say " + quoted(expected) + ", because it was refused: " + why);
        } else if (expected instanceof Expectation.CaughtBy caught) {
            return uncaught(summaryOf(caught), caught);
        }
        Expectation.ByTest reported = (Expectation.ByTest) expected;
        return unreported(summaryOf(reported), reported);
    }

    private TestSummary summaryOf(Expectation.ByTest expected) {
        return summaries.stream()
                .filter(summary -> summary.suite().equals(expected.suite()) && summary.test() == expected.test())
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

    private Optional<String> uncaught(TestSummary summary, Expectation expected) {
        if (summary.first().isEmpty()) {
            return Optional.of(summary + " did not catch it in " + summary.schedules()
                    + " schedules; it should, because " + quoted(expected));
        }
        TestOutcome.Failure first = summary.first().get();
        return first.verdict().message().contains(expected.part())
                ? Optional.empty()
                : Optional.of(summary + " should say " + quoted(expected) + ", but says: " + said(summary, first));
    }

    private Optional<String> unreported(TestSummary summary, Expectation expected) {
        if (summary.first().isPresent()) {
            return Optional.of(summary + " should pass, with a remark, but says: "
                    + said(summary, summary.first().get()));
        }
        return summary.remarks().stream().anyMatch(remark -> remark.message().contains(expected.part()))
                ? Optional.empty()
                : Optional.of(summary + " should remark " + quoted(expected) + ", but of " + summary.schedules()
                        + " schedules it says " + (summary.remarks().isEmpty() ? "nothing" : summary.remarks()));
    }

    private String said(TestSummary summary, TestOutcome.Failure first) {
        return first.verdict().message() + "\n  replay: ./kvlab corpus --extract " + entry.name() + " DIR && "
                + ReplayCommand.at("DIR").line(Replay.of(summary.testCase(), first.seed()));
    }

    private static String quoted(Expectation expectation) {
        return "\"" + expectation.part() + "\"";
    }
}
