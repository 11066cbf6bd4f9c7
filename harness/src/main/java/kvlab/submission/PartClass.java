package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;

/**
 * A student's class that was found and can be instantiated.
 *
 * @param constructor takes the part's context, and returns an object
 */
record PartClass(Class<?> type, MethodHandle constructor) {

    /**
     * Finds the class of a part without initialising it; empty if there is none.
     *
     * @throws SubmissionRefused if it cannot be built
     */
    static Optional<PartClass> find(Part part, ClassLoader classes) {
        Class<?> type;
        try {
            type = Class.forName(part.className(), false, classes);
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
        String name = part.simpleName();
        String contract = part.contract().getSimpleName();
        String context = part.context().getSimpleName();
        List<Diagnostic> findings = new ArrayList<>();
        if (!part.contract().isAssignableFrom(type)) {
            requireOurApi(part, type);
            findings.add(Diagnostic.of("part.wrong-type")
                    .with("class", name)
                    .with("contract", contract)
                    .with("import", part.contract().getName()));
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            findings.add((type.isInterface() ? Diagnostic.of("part.interface") : Diagnostic.of("part.abstract"))
                    .with("class", name));
        }
        Constructor<?> constructor = constructor(part, type);
        if (constructor == null) {
            findings.add(Diagnostic.of("part.no-constructor")
                    .with("class", name)
                    .with("context", context)
                    .with("others", otherConstructors(part, type)));
        } else if (!constructor.trySetAccessible()) {
            findings.add(Diagnostic.of("part.unreachable-constructor").with("class", name));
        }
        if (!findings.isEmpty()) {
            throw new SubmissionRefused(findings);
        }
        return Optional.of(new PartClass(type, handle(constructor)));
    }

    /** The finding for a required part that is missing. */
    static Diagnostic missing(Part part, ClassLoader classes) {
        boolean elsewhere = classes.getResource(part.simpleName() + ".class") != null;
        Diagnostic found = elsewhere ? Diagnostic.of("part.in-no-package") : Diagnostic.of("part.missing");
        return found.with("class", part.simpleName());
    }

    /** The student implemented the interface, but the class loader loaded its own copy of it. */
    private static void requireOurApi(Part part, Class<?> type) {
        boolean another = Stream.of(type.getInterfaces())
                .anyMatch(implemented ->
                        implemented.getName().equals(part.contract().getName()));
        if (another) {
            throw new IllegalStateException("the class loader of " + type.getName() + " loads kvlab.api a second time;"
                    + " it must take kvlab.api from the loader of the harness");
        }
    }

    private static Constructor<?> constructor(Part part, Class<?> type) {
        try {
            return type.getDeclaredConstructor(part.context());
        } catch (NoSuchMethodException absent) {
            return null;
        }
    }

    private static Optional<String> otherConstructors(Part part, Class<?> type) {
        String others = Stream.of(type.getDeclaredConstructors())
                .map(other -> Arrays.stream(other.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", part.simpleName() + "(", ")")))
                .sorted()
                .collect(Collectors.joining(" and "));
        return Optional.of(others).filter(text -> !text.isEmpty());
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(constructor + " was made accessible, and is not", impossible);
        }
    }
}
