package kvlab.submission;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Modifier;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalField;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.ordered.OrderedMap;
import kvlab.ordered.OrderedSet;

/**
 * Objects of the Java library that cannot change, known by their exact classes: a subclass may add a field. What they
 * contain is read through the library's own methods, none of which calls a method of what is contained.
 */
final class LibraryObject {

    /**
     * A part of an object.
     *
     * @param step from the object to the part, as the continuation of a path
     * @param content may be {@code null}
     */
    record Inner(String step, Object content) {}

    private static final String CAPTURED = " → a captured variable";

    /** Those that may be in a log, and more. */
    private static final Set<Class<?>> WITHOUT_PARTS = Stream.of(
                    MutabilityReader.CONSTANTS.stream(),
                    Stream.of(
                            Object.class,
                            Class.class,
                            MathContext.class,
                            Pattern.class,
                            Locale.class,
                            HexFormat.class,
                            Base64.Encoder.class,
                            Base64.Decoder.class,
                            Period.class,
                            LocalDate.class,
                            LocalTime.class,
                            LocalDateTime.class,
                            OffsetTime.class,
                            OffsetDateTime.class,
                            ZonedDateTime.class,
                            Year.class,
                            YearMonth.class,
                            MonthDay.class,
                            IsoChronology.class),
                    classes(
                            String.CASE_INSENSITIVE_ORDER,
                            Collections.reverseOrder(),
                            Collections.emptyIterator(),
                            Collections.emptyNavigableMap(),
                            Collections.emptyNavigableSet()))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    /** The names of these classes are not specified, so they are obtained from instances. */
    private static final Set<Class<?>> COLLECTIONS = Stream.concat(
                    MutabilityReader.UNMODIFIABLE_LISTS.stream(),
                    classes(
                            Set.of(),
                            Set.of(1),
                            Set.of(1, 2, 3),
                            Collections.emptySet(),
                            Collections.singleton(1),
                            OrderedSet.of(1, 2),
                            Collections.nCopies(2, 1)))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Class<?>> MAPS = classes(
                    Map.of(),
                    Map.of(1, 1),
                    Map.of(1, 1, 2, 2),
                    Collections.emptyMap(),
                    Collections.singletonMap(1, 1),
                    OrderedMap.of(1, 1, 2, 2))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Class<?>> ENTRIES =
            Set.of(Map.entry(1, 1).getClass(), AbstractMap.SimpleImmutableEntry.class);

    private static final Class<?> REVERSED_COMPARATOR =
            Collections.reverseOrder(String.CASE_INSENSITIVE_ORDER).getClass();

    private LibraryObject() {}

    private static Stream<Class<?>> classes(Object... instances) {
        return Stream.of(instances).map(Object::getClass);
    }

    /** Whether a class is the JDK's. The kit and submissions are in no named module. */
    static boolean isLibrary(Class<?> type) {
        return type.getModule().isNamed();
    }

    /** Whether all objects of exactly this class are immutable, whatever they are. */
    static boolean isImmutable(Class<?> type) {
        return WITHOUT_PARTS.contains(type);
    }

    /** What an object contains; empty if the object itself can change, or is not known. */
    static Optional<List<Inner>> parts(Object object) {
        Class<?> type = object.getClass();
        if (WITHOUT_PARTS.contains(type)
                || object instanceof Charset
                || object instanceof ZoneId
                || object instanceof Enum
                || type.isHidden() && instanceFields(type) == 0) {
            return Optional.of(List.of());
        }
        if (COLLECTIONS.contains(type)) {
            return Optional.of(elements((Collection<?>) object));
        }
        if (MAPS.contains(type)) {
            return Optional.of(entries((Map<?, ?>) object));
        }
        if (ENTRIES.contains(type)) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) object;
            return Optional.of(List.of(new Inner(".key", entry.getKey()), new Inner(".value", entry.getValue())));
        }
        if (object instanceof Optional<?> optional) {
            return Optional.of(List.of(new Inner(".get()", optional.orElse(null))));
        }
        if (object instanceof DateTimeFormatter formatter) {
            return Optional.of(ofFormatter(formatter));
        }
        return object instanceof Comparator<?> comparator ? ofComparator(comparator) : Optional.empty();
    }

    private static List<Inner> elements(Collection<?> collection) {
        if (collection instanceof List<?> list) {
            // Equal ones, as of nCopies, need one look only, and a list from List.of reads by index quickly.
            return IntStream.range(0, Math.min(list.size(), SharedObjects.MAX_OBJECTS + 1))
                    .mapToObj(index -> new Inner("[" + index + "]", list.get(index)))
                    .toList();
        }
        return collection.stream()
                .<Inner>map(element -> new Inner("[an element]", element))
                .toList();
    }

    private static List<Inner> entries(Map<?, ?> map) {
        List<Inner> parts = new ArrayList<>();
        map.forEach((key, value) -> {
            parts.add(new Inner("[a key]", key));
            parts.add(new Inner("[a value]", value));
        });
        return parts;
    }

    /** Fields and calendars are interfaces that a submission may implement. */
    private static List<Inner> ofFormatter(DateTimeFormatter formatter) {
        Set<TemporalField> fields = formatter.getResolverFields();
        return Stream.concat(
                        Stream.of(new Inner(".chronology", formatter.getChronology())),
                        fields == null
                                ? Stream.empty()
                                : fields.stream().map(field -> new Inner(".resolverFields[an element]", field)))
                .toList();
    }

    /** Comparators such as {@code Comparator.comparing(Op::index).reversed()}, which keep others. */
    private static Optional<List<Inner>> ofComparator(Comparator<?> comparator) {
        if (comparator.getClass() == REVERSED_COMPARATOR) {
            return Optional.of(List.of(new Inner(CAPTURED, Collections.reverseOrder(comparator))));
        }
        return comparator.getClass().isHidden() && comparator instanceof Serializable
                ? Captured.by(comparator)
                : Optional.empty();
    }

    private static long instanceFields(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .count();
    }

    /**
     * Reads the captured variables of a serialisable lambda of the library, whose fields cannot be read: it is written
     * as a {@link SerializedLambda}, which tells them. Nothing captured is written.
     */
    private static final class Captured extends ObjectOutputStream {

        private List<Inner> variables;

        private Captured() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        /** Empty if the lambda does not tell. */
        static Optional<List<Inner>> by(Object lambda) {
            try (Captured captured = new Captured()) {
                captured.writeObject(lambda);
                return Optional.ofNullable(captured.variables);
            } catch (IOException untold) {
                throw new UncheckedIOException(untold);
            }
        }

        @Override
        protected Object replaceObject(Object written) {
            if (written instanceof SerializedLambda lambda) {
                variables = IntStream.range(0, lambda.getCapturedArgCount())
                        .mapToObj(index -> new Inner(CAPTURED, lambda.getCapturedArg(index)))
                        .toList();
            }
            return null;
        }
    }
}
