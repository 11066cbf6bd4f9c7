package kvlab.inspect;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Private members of the Java library, where the JVM was started so that they can be reached. */
final class Internals {
    private static final Pattern WRAPPER =
            Pattern.compile("java\\.util\\.Collections\\$(Unmodifiable|Synchronized|Checked|SetFromMap).*");

    private Internals() {}

    /** A lookup with a class's own rights; empty if its package is not open to the kit. */
    static Optional<MethodHandles.Lookup> lookup(Class<?> type) {
        try {
            return Optional.of(MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
        } catch (IllegalAccessException closed) {
            return Optional.empty();
        }
    }

    /** What a private field holds; empty if that is {@code null}, or the field cannot be reached. */
    static Optional<Object> field(Class<?> declaring, String name, Object object) {
        try {
            Field field = declaring.getDeclaredField(name);
            return field.trySetAccessible() ? Optional.ofNullable(field.get(object)) : Optional.empty();
        } catch (ReflectiveOperationException unknown) {
            return Optional.empty();
        }
    }

    /**
     * What a wrapper of {@code java.util.Collections} keeps, such as one of {@code unmodifiableMap}; empty for other
     * objects, and if it cannot be reached.
     */
    static Optional<Object> wrapped(Object object) {
        Class<?> type = object.getClass();
        if (!WRAPPER.matcher(type.getName()).matches()) {
            return Optional.empty();
        }
        while (type.getSuperclass() != Object.class
                && WRAPPER.matcher(type.getSuperclass().getName()).matches()) {
            type = type.getSuperclass();
        }
        Class<?> declaring = type;
        return Stream.of("c", "m")
                .flatMap(name -> field(declaring, name, object).stream())
                .findFirst();
    }
}
