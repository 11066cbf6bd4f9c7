package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.grader.execute.LabSuite;

/** The results of the corpus in plain text. */
public final class CorpusTable {

    private static final String WRONG = "wrong submission";
    private static final String CORRECT = "correct submission";

    /** The prefix of unexpected outcomes. */
    private static final String MARK = "! ";

    private static final String NO_MARK = "  ";

    private final List<EntryResult> wrong;
    private final List<EntryResult> correct;
    private final RunScope scope;
    private final int bugWidth;
    private final int nameWidth;

    public CorpusTable(List<EntryResult> results, RunScope scope) {
        this.wrong =
                results.stream().filter(result -> !result.entry().isCorrect()).toList();
        this.correct =
                results.stream().filter(result -> result.entry().isCorrect()).toList();
        this.scope = scope;
        this.bugWidth =
                results.stream().mapToInt(result -> bugs(result).length()).reduce("bug".length(), Math::max);
        this.nameWidth = results.stream()
                .mapToInt(result -> result.entry().name().length())
                .reduce(CORRECT.length(), Math::max);
    }

    /** Renders all results, with a summary line at the end. */
    public String render() {
        List<String> lines = new ArrayList<>();
        if (!wrong.isEmpty()) {
            lines.add(row(NO_MARK, "bug", WRONG, "caught by (test: first seed)"));
            wrong.forEach(result -> lines.addAll(catches(result)));
            lines.add("");
        }
        if (scope.everyTest() && !wrong.isEmpty()) {
            LabSuite.each().forEach(suite -> lines.addAll(counts(suite)));
        }
        if (!correct.isEmpty()) {
            lines.add(row(NO_MARK, "", CORRECT, "passed schedules of"));
            correct.forEach(
                    result -> lines.add(row(mark(result), "", result.entry().name(), passes(result))));
            lines.add("");
        }
        lines.addAll(unmet());
        lines.add(summary());
        return String.join("\n", lines) + "\n";
    }

    private List<String> catches(EntryResult result) {
        List<String> lines = new ArrayList<>();
        if (result.refusal().isPresent()) {
            lines.add("refused before the first test");
        }
        bySuite(result).forEach((suite, summaries) -> {
            String seeds = summaries.stream()
                    .flatMap(summary -> summary.first().stream().map(first -> summary.test() + ": " + first.seed()))
                    .collect(Collectors.joining(", "));
            if (!seeds.isEmpty()) {
                lines.add(suite + " " + seeds);
            }
            summaries.stream()
                    .filter(summary ->
                            summary.first().isEmpty() && !summary.remarks().isEmpty())
                    .forEach(summary -> lines.add(summary + " remarks on it"));
        });
        if (lines.isEmpty()) {
            lines.add("NOT CAUGHT");
        }
        List<String> rows = new ArrayList<>();
        rows.add(row(mark(result), bugs(result), result.entry().name(), lines.get(0)));
        lines.stream().skip(1).forEach(line -> rows.add(row(NO_MARK, "", "", line)));
        return rows;
    }

    /** The table of one suite: the number of schedules in which each test caught each bug. */
    private List<String> counts(LabSuite suite) {
        List<EntryResult> tried = wrong.stream()
                .filter(result -> result.summaries().stream()
                        .anyMatch(summary -> summary.suite().equals(suite.name())))
                .toList();
        if (tried.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("In how many of " + scope.wrong().count() + " schedules each test of suite " + suite.name()
                + " caught it (2/5: the fifth had to be stopped, and was the last):");
        lines.add(row(
                NO_MARK,
                "bug",
                WRONG,
                suite.numbers().stream().map(CorpusTable::cell).collect(Collectors.joining())));
        for (EntryResult result : tried) {
            lines.add(row(
                    mark(result),
                    bugs(result),
                    result.entry().name(),
                    result.summaries().stream()
                            .filter(summary -> summary.suite().equals(suite.name()))
                            .map(this::count)
                            .map(CorpusTable::cell)
                            .collect(Collectors.joining())));
        }
        lines.add("");
        return lines;
    }

    private String count(TestSummary summary) {
        if (summary.notPassed() == 0) {
            return ".";
        }
        boolean stopped = summary.schedules() < scope.wrong().count();
        return summary.notPassed() + (stopped ? "/" + summary.schedules() : "");
    }

    private static String passes(EntryResult result) {
        if (result.refusal().isPresent()) {
            return "REFUSED";
        }
        return bySuite(result).entrySet().stream()
                .map(suite -> suite.getKey() + ": " + passed(suite.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<TestSummary>> bySuite(EntryResult result) {
        return result.summaries().stream()
                .collect(Collectors.groupingBy(TestSummary::suite, LinkedHashMap::new, Collectors.toList()));
    }

    private static String passed(List<TestSummary> summaries) {
        int run = summaries.stream().mapToInt(TestSummary::schedules).sum();
        int notPassed = summaries.stream().mapToInt(TestSummary::notPassed).sum();
        return notPassed == 0 ? "all " + run : (run - notPassed) + " of " + run;
    }

    private List<String> unmet() {
        List<String> lines = new ArrayList<>();
        for (List<EntryResult> results : List.of(wrong, correct)) {
            for (EntryResult result : results) {
                result.unmet().forEach(reason -> lines.add(MARK + result.entry() + ": " + reason));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "Expected, but not met:");
            lines.add("");
        }
        return lines;
    }

    private String summary() {
        long caught = wrong.stream().filter(EntryResult::isCaught).count();
        long passed = correct.stream().filter(EntryResult::isAsExpected).count();
        long schedules = wrong.stream().mapToLong(EntryResult::schedules).sum()
                + correct.stream().mapToLong(EntryResult::schedules).sum();
        return String.format(
                Locale.ROOT,
                "wrong: %d of %d caught within %d schedules; correct: %d of %d passed; %,d schedules run",
                caught,
                wrong.size(),
                scope.wrong().count(),
                passed,
                correct.size(),
                schedules);
    }

    private static String bugs(EntryResult result) {
        return String.join(" ", result.entry().bugs());
    }

    private static String mark(EntryResult result) {
        return result.isAsExpected() ? NO_MARK : MARK;
    }

    private static String cell(Object content) {
        return String.format(Locale.ROOT, "%6s", content);
    }

    private String row(String mark, String bug, String name, String rest) {
        return String.format(Locale.ROOT, "%s%-" + bugWidth + "s  %-" + nameWidth + "s  %s", mark, bug, name, rest)
                .stripTrailing();
    }
}
