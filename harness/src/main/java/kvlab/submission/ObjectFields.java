package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The instance fields of a class that is not the Java library's, its superclasses' included.
 *
 * @param references those that hold objects, readable
 * @param variable one that is not final
 * @param openParent the first superclass in the Java library if it may have state that can change
 */
record ObjectFields(List<Field> references, Optional<Field> variable, Optional<Class<?>> openParent) {

    /** Superclasses whose own state, if any, never changes visibly. */
    private static final Set<Class<?>> STEADY = Set.of(
            Object.class,
            Record.class,
            Enum.class,
            Number.class,
            BigInteger.class,
            BigDecimal.class,
            AbstractCollection.class,
            AbstractMap.class,
            AbstractQueue.class,
            AbstractSet.class);

    private static final ClassValue<ObjectFields> BY_CLASS = new ClassValue<>() {
        @Override
        protected ObjectFields computeValue(Class<?> type) {
            return read(type);
        }
    };

    /** @throws RuntimeException if a module is not open to the harness */
    static ObjectFields of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    /** Whether an object of this class can change itself, apart from what its fields hold. */
    boolean canChange() {
        return variable.isPresent() || openParent.isPresent();
    }

    private static ObjectFields read(Class<?> type) {
        List<Field> references = new ArrayList<>();
        Optional<Field> variable = Optional.empty();
        Class<?> each = type;
        for (; !LibraryObject.isLibrary(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                if (!Modifier.isFinal(field.getModifiers())) {
                    variable = variable.or(() -> Optional.of(field));
                } else if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    references.add(field);
                }
            }
        }
        return new ObjectFields(
                List.copyOf(references), variable, STEADY.contains(each) ? Optional.empty() : Optional.of(each));
    }

    /** The content of a field of {@link #references}, or of a static field if the object is {@code null}. */
    static Object content(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible, and is not", impossible);
        }
    }
}
