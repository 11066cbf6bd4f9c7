package kvlab.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The classes of a submission, in the order in which references lead to them from those that the harness builds. */
final class SubmittedClasses {

    private final Map<String, SubmittedClass> byName = new LinkedHashMap<>();

    private SubmittedClasses() {}

    /**
     * All classes from the given ones' own origin (class loader, and directory or jar) that their code can lead to.
     * Following references, rather than listing a directory, works with every kind of class loader.
     */
    static SubmittedClasses reachableFrom(List<Class<?>> built) {
        SubmittedClasses classes = new SubmittedClasses();
        Queue<Class<?>> next = new ArrayDeque<>(built);
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (classes.byName.containsKey(type.getName())) {
                continue;
            }
            SubmittedClass submitted = ClassFileReader.read(type, classFile(type));
            classes.byName.put(type.getName(), submitted);
            for (String reference : submitted.references()) {
                classes.named(reference, type)
                        .filter(found -> sameOrigin(found, type))
                        .ifPresent(next::add);
            }
        }
        return classes;
    }

    List<SubmittedClass> all() {
        return List.copyOf(byName.values());
    }

    /** The class of this submission with that binary name. */
    Optional<SubmittedClass> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A class as the code of another sees it, not initialised; empty if there is none. */
    Optional<Class<?>> named(String name, Class<?> seenFrom) {
        try {
            return Optional.of(Class.forName(name, false, seenFrom.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(Class<?> one, Class<?> other) {
        return one.getClassLoader() == other.getClassLoader() && location(one).equals(location(other));
    }

    /** As text, since comparing URLs may ask a name server. A loader that serves from memory need not have one. */
    private static Optional<String> location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString);
    }

    private static byte[] classFile(Class<?> type) {
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
