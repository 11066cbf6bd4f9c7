package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the mutability of a class from its declaration, once, without initialising it. */
final class MutabilityReader {

    /** Classes without parts. */
    static final Set<Class<?>> CONSTANTS = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            Duration.class,
            Instant.class,
            UUID.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);

    /** Obtained from instances, since the names of these classes are not specified. */
    static final Set<Class<?>> UNMODIFIABLE_LISTS = Stream.of(
                    List.of(),
                    List.of(1),
                    List.of(1, 2, 3),
                    List.of(1, 2, 3).subList(0, 2),
                    Stream.of(1, 2, 3).toList(),
                    Collections.emptyList(),
                    Collections.singletonList(1))
            .map(List::getClass)
            .collect(Collectors.toUnmodifiableSet());

    /** Non-final classes that may have immutable subclasses or instances, so that each value is inspected. */
    private static final Set<Class<?>> OPEN =
            Set.of(Object.class, Number.class, Record.class, Enum.class, BigInteger.class, BigDecimal.class);

    /** A cache of facts about classes, which the garbage collector removes with the class. */
    private static final ClassValue<Mutability> BY_CLASS = new ClassValue<>() {
        @Override
        protected Mutability computeValue(Class<?> type) {
            return new MutabilityReader().read(type);
        }
    };

    /** The classes being read, outermost first; ends the recursion for types that contain themselves. */
    private final Set<Class<?>> enclosing = new HashSet<>();

    private MutabilityReader() {}

    /** The mutability of all values of exactly this class. */
    static Mutability of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    /** Whether all values of exactly this class are deeply immutable. */
    static boolean isConstant(Class<?> type) {
        return type.isPrimitive() || of(type) == Mutability.NONE;
    }

    /** Whether the class is an enum's, or that of an enum constant with a body. */
    static boolean isEnum(Class<?> type) {
        return type.isEnum()
                || (type.getSuperclass() != null && type.getSuperclass().isEnum());
    }

    private Mutability read(Class<?> type) {
        if (CONSTANTS.contains(type)) {
            return Mutability.NONE;
        }
        if (UNMODIFIABLE_LISTS.contains(type)) {
            return new Mutability.Elements();
        }
        if (type == Optional.class) {
            return new Mutability.OptionalContent();
        }
        if (isEnum(type)) {
            return mutableFields(type).isEmpty() ? Mutability.NONE : new Mutability.Mutable(MutablePart.of(type));
        }
        return type.isRecord() ? readRecord(type) : new Mutability.Mutable(MutablePart.of(type));
    }

    private Mutability readRecord(Class<?> type) {
        enclosing.add(type);
        Mutability mutability = ofComponents(type);
        enclosing.remove(type);
        return mutability;
    }

    private Mutability ofComponents(Class<?> type) {
        List<Mutability.Component> open = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Mutability mutability = declared(component.getType());
            if (mutability instanceof Mutability.Mutable mutable) {
                return new Mutability.Mutable(mutable.part().within("." + component.getName()));
            }
            if (mutability != Mutability.NONE) {
                open.add(Mutability.Component.of(component, mutability));
            }
        }
        return open.isEmpty() ? Mutability.NONE : new Mutability.Components(List.copyOf(open));
    }

    /** The mutability of all values of a declared type, other than {@code null}. */
    private Mutability declared(Class<?> type) {
        if (type.isPrimitive()) {
            return Mutability.NONE;
        }
        boolean isFinal = Modifier.isFinal(type.getModifiers());
        boolean hasBodies = type.isEnum() && !isFinal;
        if (type.isInterface() || hasBodies || OPEN.contains(type) || enclosing.contains(type)) {
            return new Mutability.Unknown();
        }
        return isFinal ? read(type) : new Mutability.Mutable(MutablePart.of(type));
    }

    /**
     * The mutable fields of an enum, or of an enum constant with a body. What its other fields hold is immutable, since
     * {@link SharedObjects} has inspected all constants.
     */
    static List<Field> mutableFields(Class<?> anEnum) {
        return Stream.of(anEnum, anEnum.getSuperclass())
                .filter(MutabilityReader::isEnum)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field ->
                        !Modifier.isFinal(field.getModifiers()) || SharedObject.isMutableByType(field.getType()))
                .toList();
    }
}
