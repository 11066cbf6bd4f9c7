package kvlab.grader.corpus.mutants;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Our own changes to a source file: those that this lab needs, and those that PIT does not make. They show as a diff, and
 * not all of them compile.
 */
final class SourceMutations {

    private static final List<Function<ParsedSource, EditScanner>> OPERATORS =
            List.of(ConditionEdits::new, StatementEdits::new, ValueEdits::new, CallEdits::new, RecordEdits::new);

    private SourceMutations() {}

    /** All changes, in the order of their places. */
    static List<Edit> of(ParsedSource source) {
        return OPERATORS.stream()
                .flatMap(operator -> operator.apply(source).edits().stream())
                .sorted(Comparator.comparingInt(Edit::start))
                .toList();
    }
}
