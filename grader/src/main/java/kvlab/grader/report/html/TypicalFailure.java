package kvlab.grader.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.TestResult;
import kvlab.grader.grade.result.VerdictName;

/**
 * Something that went wrong in the same words in one or more submissions.
 *
 * @param message with {@linkplain Blanked gaps}, also where it told {@linkplain Nameless whose} it is
 * @param example the first of these messages as it was
 * @param tests in which; empty if it is a refusal, which comes before the tests
 * @param submissions whose, each once
 */
public record TypicalFailure(
        VerdictName verdict,
        String message,
        String example,
        List<TestColumn> tests,
        List<SubmissionResult> submissions) {

    /** All of them, those first that most submissions share. What the kit could not decide is not among them. */
    static List<TypicalFailure> of(List<TestColumn> columns, List<SubmissionResult> results) {
        Map<Kind, Cases> byKind = new LinkedHashMap<>();
        for (TestColumn column : columns) {
            for (SubmissionResult result : results) {
                column.in(result)
                        .filter(TestResult::isDecided)
                        .ifPresent(test -> test.firstFailure()
                                .ifPresent(failure -> byKind.computeIfAbsent(
                                                Kind.of(test.verdict(), Nameless.message(result, failure.message())),
                                                kind -> new Cases(failure.message()))
                                        .add(column, result)));
            }
        }
        return byKind.entrySet().stream()
                .map(entry -> entry.getValue().as(entry.getKey()))
                .sorted(Comparator.comparingInt(failure -> -failure.count()))
                .toList();
    }

    /** How many submissions. */
    public int count() {
        return submissions.size();
    }

    public String testsInWords() {
        return tests.stream().map(TestColumn::shortName).collect(Collectors.joining(", "));
    }

    private record Kind(VerdictName verdict, String message) {
        static Kind of(VerdictName verdict, String message) {
            return new Kind(verdict, Blanked.message(message));
        }
    }

    private static final class Cases {
        private final String example;
        private final Set<TestColumn> tests = new LinkedHashSet<>();
        private final Map<String, SubmissionResult> submissions = new LinkedHashMap<>();

        Cases(String example) {
            this.example = example;
        }

        void add(TestColumn test, SubmissionResult result) {
            tests.add(test);
            submissions.putIfAbsent(result.submission(), result);
        }

        TypicalFailure as(Kind kind) {
            return new TypicalFailure(
                    kind.verdict(),
                    kind.message(),
                    example,
                    kind.verdict() == VerdictName.REFUSED ? List.of() : List.copyOf(tests),
                    new ArrayList<>(submissions.values()));
        }
    }
}
