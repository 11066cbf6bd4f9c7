package kvlab.submission;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.ordered.OrderedFactories;

/**
 * Counts the references that are reachable from a student's object through fields of the submission's classes and
 * through collections of the Java library. Does not follow other objects of the library, or objects of the harness.
 */
public final class RetainedSize {
    /** More than any server of the lab needs, and enough to detect growth. */
    private static final int ENOUGH = 20_000;

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> each = type; isStudents(each); each = each.getSuperclass()) {
                Stream.of(each.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())
                                && !field.getType().isPrimitive()
                                && field.trySetAccessible())
                        .forEach(fields::add);
            }
            return fields;
        }
    };

    /** Used for membership only, so its order does not matter. */
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Deque<Object> next = new ArrayDeque<>();
    private int references;

    private RetainedSize() {}

    /** The number of reachable references; counting stops at some 20,000. */
    public static int by(Object root) {
        RetainedSize retained = new RetainedSize();
        retained.add(root);
        while (!retained.next.isEmpty() && retained.references < ENOUGH) {
            retained.look(retained.next.remove());
        }
        return retained.references;
    }

    private void add(Object reference) {
        if (reference != null) {
            references++;
            if (isLookedInto(reference.getClass()) && seen.add(reference)) {
                next.add(reference);
            }
        }
    }

    private void look(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    add(Array.get(object, i));
                }
            }
        } else if (isStudents(type)) {
            FIELDS.get(type).forEach(field -> add(read(field, object)));
        } else if (object instanceof Collection<?> elements) {
            elements.forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        }
    }

    private static boolean isLookedInto(Class<?> type) {
        return type.isArray()
                || isStudents(type)
                || isLibrarys(type) && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
    }

    private static boolean isStudents(Class<?> type) {
        return type != null && type.getName().startsWith("lab.");
    }

    private static boolean isLibrarys(Class<?> type) {
        return type.getClassLoader() == null || OrderedFactories.makes(type);
    }

    private static Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible, and is not", impossible);
        }
    }
}
