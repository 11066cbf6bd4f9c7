package kvlab.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;
import kvlab.classfile.ClassFile;
import kvlab.classfile.Hierarchy;

/**
 * The classes of a submission, in the order in which references reach them from the classes that the harness builds.
 */
final class SubmittedClasses {

    private final Map<Class<?>, ClassFile> files = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();

    private SubmittedClasses() {}

    /**
     * All classes of the given ones' origin (class loader, and directory or jar) that are reachable by references.
     * Following references, rather than listing a directory, works with every kind of class loader.
     */
    static SubmittedClasses reachableFrom(List<Class<?>> built) {
        SubmittedClasses classes = new SubmittedClasses();
        Queue<Class<?>> next = new ArrayDeque<>(built);
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (classes.files.containsKey(type)) {
                continue;
            }
            byte[] bytes = bytes(type);
            ClassFile file = ClassFile.read(bytes);
            classes.files.put(type, file);
            classes.bytes.put(type.getName(), bytes);
            for (String name : file.classNames()) {
                named(name, type).filter(found -> sameOrigin(found, type)).ifPresent(next::add);
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

    Hierarchy hierarchy(ClassLoader others) {
        return new Hierarchy(
                files.values().stream().collect(Collectors.toMap(ClassFile::name, Function.identity())), others);
    }

    /** A class as the code of another sees it, not initialised; empty if there is none. */
    private static Optional<Class<?>> named(String name, Class<?> seenFrom) {
        try {
            return Optional.of(Class.forName(name, false, seenFrom.getClassLoader()));
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
