package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import kvlab.api.Promise;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/**
 * An object that can change and can be reached from a static field, and the finding about it.
 *
 * @param steps from the static field to the object
 * @param type the object's class
 */
record SharedObject(List<String> steps, Class<?> type) {

    private static final int MAX_STEPS_SHOWN = 6;
    private static final String CAPTURED = " → captured variable ";
    private static final String CAPTURED_BY_COMPILER = "val$";
    private static final String ENCLOSING = "this$";

    /** A kind of class that surely can change, and what to have instead in a constant. */
    private record Kind(Class<?> type, Optional<String> constant) {}

    /** In lookup order, the most specific first. */
    private static final List<Kind> KINDS = List.of(
            new Kind(List.class, Optional.of("List.copyOf(...)")),
            new Kind(Set.class, Optional.of("Set.copyOf(...)")),
            new Kind(Map.class, Optional.of("Map.copyOf(...)")),
            new Kind(Collection.class, Optional.of("List.copyOf(...)")),
            new Kind(CharSequence.class, Optional.of("a String")),
            new Kind(RandomGenerator.class, Optional.empty()),
            new Kind(Iterator.class, Optional.empty()),
            new Kind(BaseStream.class, Optional.empty()),
            new Kind(Promise.class, Optional.empty()));

    private static final String ATOMICS = "java.util.concurrent.atomic";

    /** The step of a path over a field. */
    static String step(Field field) {
        if (field.getDeclaringClass().isHidden()) {
            return " → a captured variable";
        }
        if (field.isSynthetic()) {
            String name = field.getName();
            return name.startsWith(CAPTURED_BY_COMPILER)
                    ? CAPTURED + name.substring(CAPTURED_BY_COMPILER.length())
                    : name.startsWith(ENCLOSING) ? " → the enclosing object" : " → " + name;
        }
        return "." + field.getName();
    }

    String path() {
        int half = MAX_STEPS_SHOWN / 2;
        return steps.size() <= MAX_STEPS_SHOWN
                ? String.join("", steps)
                : String.join("", steps.subList(0, half))
                        + " ... "
                        + String.join("", steps.subList(steps.size() - half, steps.size()));
    }

    /**
     * Whether all objects that a field of this type holds can change, in a way that a student can be told of. An abstract
     * class says nothing about those that extend it.
     */
    static boolean isMutableByType(Class<?> type) {
        return LibraryObject.isLibrary(type)
                && !Modifier.isAbstract(type.getModifiers())
                && !LibraryObject.isImmutable(type)
                && kind(type).isPresent();
    }

    /** The finding, without a place. */
    Diagnostic finding(Field root) {
        return about(root)
                .with(
                        "path",
                        Optional.of(path()).filter(path -> !path.isEmpty()).map(path -> name(root) + path))
                .with("field", Optional.of("private final " + declaration(root)).filter(any -> !root.isEnumConstant()))
                .with("enum", Optional.of(root.getType().getSimpleName()).filter(any -> root.isEnumConstant()));
    }

    private Diagnostic about(Field root) {
        Diagnostic content = Diagnostic.of("rules.shared-content");
        Optional<Kind> kind = kind(type);
        if (type.isArray()) {
            content = content.with("constant", "a List, as from List.of");
        } else if (Throwable.class.isAssignableFrom(type)) {
            content = Diagnostic.of("rules.shared-exception");
        } else if (!LibraryObject.isLibrary(type)) {
            content = ofClass();
        } else if (type.isHidden()) {
            return Diagnostic.of("rules.shared-function");
        } else {
            content = kind.isPresent()
                    ? content.with("constant", kind.get().constant())
                    : Diagnostic.of("rules.shared-unknown");
        }
        return content.with("content", TypeNames.withoutPackage(type.getTypeName()));
    }

    /** The finding on an object of a class outside of the Java library. */
    private Diagnostic ofClass() {
        ObjectFields fields = ObjectFields.of(type);
        return fields.variable()
                .map(field -> Diagnostic.of("rules.shared-field").with("variable", field.getName()))
                .orElseGet(() -> Diagnostic.of("rules.shared-unknown")
                        .with("parent", fields.openParent().map(Class::getSimpleName)));
    }

    private static Optional<Kind> kind(Class<?> type) {
        if (type.getPackageName().equals(ATOMICS)) {
            return Optional.of(new Kind(type, Optional.empty()));
        }
        return KINDS.stream().filter(kind -> kind.type().isAssignableFrom(type)).findFirst();
    }

    private static String name(Field root) {
        return TypeNames.withoutPackage(root.getDeclaringClass().getName()) + "." + root.getName();
    }

    /** Like {@code Map<...> table}. */
    static String declaration(Field field) {
        Class<?> type = field.getType();
        String arguments = type.getTypeParameters().length > 0 ? "<...>" : "";
        return type.getSimpleName() + arguments + " " + field.getName();
    }
}
