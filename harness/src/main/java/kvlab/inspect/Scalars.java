package kvlab.inspect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import kvlab.diagnostic.Quote;

/** Objects of the Java library that are shown as a number or a word, known by their exact class. */
final class Scalars {
    /** More digits are not computed: that takes time. */
    private static final int MAX_BITS = 256;

    /** Those whose hash codes are the same in every process. */
    private static final Map<Class<?>, Function<Object, String>> STEADY = Map.ofEntries(
            shown(String.class, Quote::of),
            shown(Character.class, each -> '\'' + Quote.literal(String.valueOf(each)) + '\''),
            shown(BigInteger.class, Scalars::text),
            shown(
                    BigDecimal.class,
                    each -> each.unscaledValue().bitLength() > MAX_BITS ? "a BigDecimal" : each.toString()),
            shown(Boolean.class),
            shown(Byte.class),
            shown(Short.class),
            shown(Integer.class),
            shown(Long.class),
            shown(Float.class),
            shown(Double.class),
            shown(Duration.class),
            shown(Instant.class),
            shown(LocalDate.class),
            shown(LocalTime.class),
            shown(LocalDateTime.class),
            shown(UUID.class),
            shown(OptionalInt.class),
            shown(OptionalLong.class),
            shown(OptionalDouble.class));

    private static final Map<Class<?>, Function<Object, String>> OTHERS = Map.ofEntries(
            shown(AtomicInteger.class),
            shown(AtomicLong.class),
            shown(AtomicBoolean.class),
            shown(LongAdder.class),
            shown(StringBuilder.class, Scalars::text),
            shown(Class.class, Origin::simpleName));

    private Scalars() {}

    private static Map.Entry<Class<?>, Function<Object, String>> shown(Class<?> type) {
        return Map.entry(type, String::valueOf);
    }

    private static <T> Map.Entry<Class<?>, Function<Object, String>> shown(Class<T> type, Function<T, String> text) {
        return Map.entry(type, object -> text.apply(type.cast(object)));
    }

    /** Whether an object's hash code is the same in every process. */
    static boolean isSteady(Class<?> type) {
        return STEADY.containsKey(type);
    }

    /** The texts of objects of one of these classes, or of an enum's; empty for others. */
    static Optional<Function<Object, String>> text(Class<?> type) {
        boolean isEnum = Enum.class.isAssignableFrom(type) && type != Enum.class;
        return isEnum
                ? Optional.of(constant -> ((Enum<?>) constant).name())
                : Optional.ofNullable(STEADY.get(type)).or(() -> Optional.ofNullable(OTHERS.get(type)));
    }

    private static String text(BigInteger number) {
        return number.bitLength() > MAX_BITS ? "a BigInteger of " + number.bitLength() + " bits" : number.toString();
    }

    /** As {@link Quote#of}, without a copy of all the text. */
    private static String text(StringBuilder text) {
        int shown = 60;
        return text.length() <= shown
                ? Quote.of(text.toString())
                : '"' + Quote.literal(text.substring(0, shown / 2)) + "..."
                        + Quote.literal(text.substring(text.length() - shown / 2)) + "\" (" + text.length()
                        + " characters)";
    }
}
