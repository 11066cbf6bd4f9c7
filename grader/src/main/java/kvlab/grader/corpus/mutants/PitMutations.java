package kvlab.grader.corpus.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.GregorMutater;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.config.Mutator;

/** PIT's changes to class files: conditions negated and shifted, arithmetic, and what methods return. */
final class PitMutations {

    /** Those of its mutators that nothing in {@link SourceMutations} repeats. */
    private static final Collection<MethodMutatorFactory> MUTATORS = Mutator.fromStrings(
            List.of("CONDITIONALS_BOUNDARY", "NEGATE_CONDITIONALS", "MATH", "INCREMENTS", "INVERT_NEGS", "RETURNS"));

    /** What the compiler writes, not the student. */
    private static final Set<String> GENERATED =
            Set.of("values", "valueOf", "$values", "toString", "hashCode", "equals");

    private final Map<String, byte[]> classes;
    private final GregorMutater mutater;

    /** @param classes class files by binary name */
    PitMutations(Map<String, byte[]> classes) {
        this.classes = classes;
        mutater = new GregorMutater(this::classFile, PitMutations::isWritten, MUTATORS);
    }

    /** PIT asks also for the types that these classes use, from this JDK and {@code kvlab.api}. */
    private Optional<byte[]> classFile(String name) {
        byte[] own = classes.get(name.replace('/', '.'));
        if (own != null) {
            return Optional.of(own);
        }
        try (InputStream found = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritten(MethodInfo method) {
        return !GENERATED.contains(method.getName());
    }

    /** All changes to these classes, class by class. */
    List<MutationDetails> all() {
        List<MutationDetails> found = new ArrayList<>();
        classes.keySet().stream()
                .sorted()
                .forEach(name -> found.addAll(mutater.findMutations(ClassName.fromString(name))));
        return found;
    }

    byte[] classFile(MutationDetails mutation) {
        return mutater.getMutation(mutation.getId()).getBytes();
    }
}
