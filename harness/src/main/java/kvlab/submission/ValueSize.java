package kvlab.submission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The size of a pure value on a wire: its parts, without names or framing. */
public final class ValueSize {
    private static final int REFERENCE_TO_NOTHING = 1;
    private static final int LENGTH = 4;

    /** The components of a record class. A cache of facts about classes. */
    private static final ClassValue<List<Mutability.Component>> PARTS = new ClassValue<>() {
        @Override
        protected List<Mutability.Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(component -> Mutability.Component.of(component, new Mutability.Unknown()))
                    .toList();
        }
    };

    private ValueSize() {}

    /** The components of a record class, in order. */
    static List<Mutability.Component> parts(Class<?> type) {
        return PARTS.get(type);
    }

    /**
     * The size of a value in bytes. Calls no method of the student's code.
     *
     * @param value one that {@link PureValue#require} accepts, or a part of one
     */
    public static int of(Object value) {
        if (value == null) {
            return REFERENCE_TO_NOTHING;
        }
        if (value instanceof String text) {
            return LENGTH + text.length();
        }
        if (value instanceof Record) {
            return parts(value.getClass()).stream()
                    .mapToInt(part -> of(part.of(value)))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return LENGTH + list.stream().mapToInt(ValueSize::of).sum();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(ValueSize::of).orElse(REFERENCE_TO_NOTHING);
        }
        return ofScalar(value);
    }

    private static int ofScalar(Object value) {
        if (value instanceof Boolean || value instanceof Byte || value instanceof Enum) {
            return 1;
        }
        if (value instanceof Character || value instanceof Short) {
            return 2;
        }
        if (value instanceof Integer || value instanceof Float) {
            return 4;
        }
        if (value instanceof BigInteger number) {
            return LENGTH + number.bitLength() / 8 + 1;
        }
        if (value instanceof BigDecimal number) {
            return LENGTH + ofScalar(number.unscaledValue());
        }
        return 8; // long, double, and few others of about this size
    }
}
