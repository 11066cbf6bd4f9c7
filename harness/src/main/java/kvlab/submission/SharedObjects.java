package kvlab.submission;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.api.KeyValueServer;
import kvlab.classfile.ClassFile;
import kvlab.diagnostic.Diagnostic;
import kvlab.ordered.OrderedFactories;

/**
 * All objects that the servers of a test share: whatever can be reached from a static field of the submission, captured
 * variables included. None of them may be able to change, which is decided by each object's exact class, never by a
 * declared type. Calls no method of the student's code.
 */
final class SharedObjects {

    /** More than any table of constants has. */
    static final int MAX_OBJECTS = 100_000;

    private final Map<Class<?>, ClassFile> own;
    private final List<Field> statics;

    /** @param own the submission's classes, all initialised by the time of {@link #findings} */
    SharedObjects(Map<Class<?>, ClassFile> own) {
        this.own = own;
        // What the compiler adds, such as an array of an enum's constants, is out of the source's reach.
        statics = own.keySet().stream()
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !field.getType().isPrimitive())
                .toList();
        statics.forEach(field -> field.setAccessible(true));
    }

    /** What can change, at most one finding for each static field, in the order of the classes and fields. */
    List<Diagnostic> findings() {
        Walk walk = new Walk();
        return statics.stream().flatMap(field -> walk.from(field).stream()).toList();
    }

    /**
     * An object on the way from a static field.
     *
     * @param from {@code null} for the content of the field itself
     */
    private record Reached(Object object, Reached from, String step) {}

    /** One traversal, which sees each object once. */
    private final class Walk {

        /** Used for membership only, so its order does not matter. */
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private final Queue<Reached> next = new ArrayDeque<>();
        private final List<SharedObject> changeable = new ArrayList<>();

        Optional<Diagnostic> from(Field root) {
            changeable.clear();
            reach(ObjectFields.content(root, null), null, "");
            while (!next.isEmpty()) {
                if (seen.size() > MAX_OBJECTS) {
                    next.clear();
                    return Optional.of(
                            placed(Diagnostic.of("rules.shared-too-large").with("max", MAX_OBJECTS), root));
                }
                look(next.remove());
            }
            // The order of an unmodifiable set differs from process to process, the message must not.
            return changeable.stream()
                    .min(Comparator.comparing(SharedObject::path)
                            .thenComparing(found -> found.type().getName()))
                    .map(found -> placed(found.finding(root), root));
        }

        private Diagnostic placed(Diagnostic finding, Field root) {
            return finding.at(own.get(root.getDeclaringClass()).place(root.getName()));
        }

        private void reach(Object object, Reached from, String step) {
            if (object != null && seen.add(object)) {
                next.add(new Reached(object, from, step));
            }
        }

        private void look(Reached reached) {
            Object object = reached.object();
            Class<?> type = object.getClass();
            if (isReadable(type)) {
                ObjectFields fields = ObjectFields.of(type);
                if (fields.canChange()) {
                    changeable.add(found(reached));
                }
                fields.references()
                        .forEach(
                                field -> reach(ObjectFields.content(field, object), reached, SharedObject.step(field)));
                return;
            }
            Optional<List<LibraryObject.Inner>> parts = parts(object);
            if (parts.isEmpty()) {
                changeable.add(found(reached));
            }
            parts.ifPresent(all -> all.forEach(part -> reach(part.content(), reached, part.step())));
        }

        private static Optional<List<LibraryObject.Inner>> parts(Object object) {
            Class<?> type = object.getClass();
            if (type.isArray()) {
                return Array.getLength(object) == 0 ? Optional.of(List.of()) : Optional.empty();
            }
            return LibraryObject.isLibrary(type) || OrderedFactories.makes(type)
                    ? LibraryObject.parts(object)
                    : Optional.empty();
        }

        private SharedObject found(Reached reached) {
            List<String> steps = new ArrayList<>();
            for (Reached each = reached; each.from() != null; each = each.from()) {
                steps.add(0, each.step());
            }
            return new SharedObject(steps, reached.object().getClass());
        }
    }

    /** Whether an object is one of the submission, a lambda in it, or a record of {@code kvlab.api}. */
    private boolean isReadable(Class<?> type) {
        Class<?> written = type.isHidden() ? type.getNestHost() : type;
        boolean isApi = (type.isRecord() || type.isEnum())
                && type.getClassLoader() == KeyValueServer.class.getClassLoader()
                && type.getPackageName().equals(KeyValueServer.class.getPackageName());
        return own.containsKey(written) || isApi;
    }
}
