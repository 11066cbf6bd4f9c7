package kvlab.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kvlab.classfile.ClassFile;
import kvlab.classfile.Hierarchy;
import kvlab.ordered.OrderedFactories;

/**
 * The classes of a submission, in the order in which references reach them from the classes that the harness builds.
 */
final class SubmittedClasses {

    private final Map<Class<?>, ClassFile> files = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();

    private SubmittedClasses() {}

    /** Classes that have been loaded by this loader, with what is known of the same classes of another. */
    private SubmittedClasses(SubmittedClasses other, Map<String, byte[]> bytes, ClassLoader loader) {
        this.bytes.putAll(bytes);
        other.files.forEach((type, file) -> files.put(
                named(type.getName(), loader).orElseThrow(() -> new IllegalStateException(type + " is gone")), file));
    }

    /**
     * All classes of the given ones' origin (class loader, and directory or jar) that are reachable by references.
     * Following references, rather than listing a directory, works with every kind of class loader. They will run with
     * assertions enabled, as test runners do it: the same code gives the same verdict, however it is started.
     */
    static SubmittedClasses reachableFrom(List<Class<?>> built) {
        SubmittedClasses classes = new SubmittedClasses();
        Queue<Class<?>> next = new ArrayDeque<>(built);
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (classes.files.containsKey(type)) {
                continue;
            }
            type.getClassLoader().setClassAssertionStatus(type.getName(), true);
            byte[] bytes = bytes(type);
            ClassFile file = ClassFile.read(bytes);
            classes.files.put(type, file);
            classes.bytes.put(type.getName(), bytes);
            for (String name : file.classNames()) {
                named(name, type.getClassLoader())
                        .filter(found -> sameOrigin(found, type))
                        .ifPresent(next::add);
            }
        }
        return classes;
    }

    /** The classes, not initialised, with their class files. */
    Map<Class<?>, ClassFile> files() {
        return Collections.unmodifiableMap(files);
    }

    /** The same class files, unread, by the classes' names and in the same order. */
    Map<String, byte[]> bytes() {
        return Collections.unmodifiableMap(bytes);
    }

    /**
     * Classes whose sets and maps are iterated in the same order in every process: these if they are so already, or else
     * changed ones that are loaded once more.
     */
    SubmittedClasses inOrder() {
        Map<String, byte[]> ordered = OrderedFactories.replacedIn(bytes);
        boolean same = bytes.keySet().stream().allMatch(name -> ordered.get(name) == bytes.get(name));
        return same ? this : loadedAgain(ordered);
    }

    /** The same classes, loaded once more. Keeps nothing of it, so that they can be unloaded. */
    SubmittedClasses loadedAgain() {
        return loadedAgain(bytes);
    }

    private SubmittedClasses loadedAgain(Map<String, byte[]> bytes) {
        return files.keySet().stream()
                .findFirst()
                .map(first -> new SubmittedClasses(this, bytes, new SeparateClassLoader(bytes, first)))
                .orElse(this); // there is no class to load
    }

    /** A program of these classes, with the parts that they are known to have. */
    Program program(Set<Part> parts) {
        Map<Part, PartClass> found = new EnumMap<>(Part.class);
        for (Part part : parts) {
            files.keySet().stream()
                    .filter(type -> type.getName().equals(part.className()))
                    .findFirst()
                    .flatMap(type -> PartClass.find(part, type.getClassLoader()))
                    .ifPresent(type -> found.put(part, type));
        }
        return new Program(found, files.keySet());
    }

    Hierarchy hierarchy(ClassLoader others) {
        return new Hierarchy(
                files.values().stream().collect(Collectors.toMap(ClassFile::name, Function.identity())), others);
    }

    /** A class as that loader's classes see it, not initialised; empty if there is none. */
    private static Optional<Class<?>> named(String name, ClassLoader seenFrom) {
        try {
            return Optional.of(Class.forName(name, false, seenFrom));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(Class<?> one, Class<?> other) {
        return one.getClassLoader() == other.getClassLoader() && location(one).equals(location(other));
    }

    /** As text, since comparing URLs may query a name server. Empty for a loader that serves from memory. */
    private static Optional<String> location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString);
    }

    private static byte[] bytes(Class<?> type) {
        try (InputStream file =
                type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            if (file == null) {
                throw new IllegalStateException("the class loader of " + type.getName()
                        + " does not serve its class file as a resource, so the submission cannot be checked");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the class file of " + type.getName(), unreadable);
        }
    }
}
