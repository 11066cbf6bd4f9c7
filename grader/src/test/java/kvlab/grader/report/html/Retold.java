package kvlab.grader.report.html;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.grade.result.SubmissionResult;

/** Results with other words in them, down to the last text of their last part: what anybody might have written there. */
final class Retold {

    private Retold() {}

    /** The same under this name; every text that is not empty is retold, but for those that only the kit chooses. */
    static SubmissionResult of(SubmissionResult result, String submission, UnaryOperator<String> telling) {
        SubmissionResult told = (SubmissionResult) retell(result, telling);
        return new SubmissionResult(
                result.schema(),
                submission,
                told.owner(),
                told.path(),
                told.origin(),
                result.handedIn(),
                result.deadline(),
                result.lateDays(),
                told.terms(),
                result.score(),
                result.possibleScore(),
                result.decided(),
                told.tests(),
                told.compileErrors(),
                told.files(),
                told.information(),
                told.adjustments(),
                told.review(),
                told.notes(),
                told.sandbox(),
                told.key());
    }

    private static Object retell(Object value, UnaryOperator<String> telling) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : telling.apply(text);
        } else if (value instanceof Deadline) {
            return value; // whose zone is one that Java knows
        } else if (value instanceof List<?> list) {
            return list.stream().map(item -> retell(item, telling)).toList();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(item -> retell(item, telling));
        } else if (value instanceof Diagnostic diagnostic) {
            return retell(diagnostic, telling);
        } else if (value instanceof Record part) {
            return retellParts(part, telling);
        }
        return value;
    }

    /** Codes are the kit's own, and so are the names of arguments. */
    private static Diagnostic retell(Diagnostic diagnostic, UnaryOperator<String> telling) {
        return diagnostic
                .withEach(text -> (String) retell(text, telling))
                .at(diagnostic.place().map(place -> (SourcePlace) retellParts(place, telling)));
    }

    private static Object retellParts(Record part, UnaryOperator<String> telling) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = retell(components[i].getAccessor().invoke(part), telling);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return part.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a part of a result cannot be made again", e);
        }
    }
}
