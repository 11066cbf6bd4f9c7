package kvlab.submission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kvlab.classfile.TypeNames;

/**
 * The text of a pure value, as the Java library writes records, lists and the like: {@code Op[kind=PUT, key=a]}. Calls no
 * method of the student's code, such as a record's own {@code toString}.
 */
public final class ValueText {

    /** Numbers with more bits take the library too long. */
    private static final int MAX_BITS = 4_096;

    private final StringBuilder text = new StringBuilder();
    private final int enough;

    private ValueText(int enough) {
        this.enough = enough;
    }

    /**
     * The text of a value.
     *
     * @param value one that {@link PureValue} accepts; of any other object the class is named
     * @param maxLength the length, in characters, after which the rest is left out
     * @return at most one character more than that
     */
    public static String of(Object value, int maxLength) {
        ValueText text = new ValueText(maxLength + 1);
        text.append(value);
        return text.text.toString();
    }

    private boolean isLongEnough() {
        return text.length() >= enough;
    }

    private void append(String more) {
        text.append(more, 0, Math.min(more.length(), enough - text.length()));
    }

    /** Each level adds a character at least, so the recursion is no deeper than the text is long. */
    private void append(Object value) {
        if (isLongEnough()) {
            return;
        }
        if (value == null) {
            append("null");
        } else if (value instanceof Record) {
            appendRecord(value);
        } else if (value instanceof Enum<?> constant) {
            append(constant.name());
        } else if (value instanceof Optional<?> optional) {
            appendOptional(optional);
        } else if (MutabilityReader.CONSTANTS.contains(value.getClass())) {
            append(ofConstant(value));
        } else if (MutabilityReader.UNMODIFIABLE_LISTS.contains(value.getClass())) {
            appendList((List<?>) value);
        } else {
            append(TypeNames.withoutPackage(value.getClass().getName()));
        }
    }

    private void appendRecord(Object value) {
        append(value.getClass().getSimpleName() + "[");
        String separator = "";
        for (Mutability.Component part : ValueSize.parts(value.getClass())) {
            append(separator + part.step().substring(1) + "=");
            append(part.of(value));
            separator = ", ";
        }
        append("]");
    }

    private void appendOptional(Optional<?> optional) {
        if (optional.isEmpty()) {
            append("Optional.empty");
            return;
        }
        append("Optional[");
        append(optional.get());
        append("]");
    }

    private void appendList(List<?> list) {
        append("[");
        for (Iterator<?> elements = list.iterator(); elements.hasNext() && !isLongEnough(); ) {
            append(elements.next());
            append(elements.hasNext() ? ", " : "");
        }
        append("]");
    }

    private static String ofConstant(Object constant) {
        if (constant instanceof BigInteger number && number.bitLength() > MAX_BITS) {
            return "a number of " + number.bitLength() + " bits";
        }
        if (constant instanceof BigDecimal number && number.unscaledValue().bitLength() > MAX_BITS) {
            return "a number of " + number.unscaledValue().bitLength() + " bits";
        }
        return constant.toString();
    }
}
