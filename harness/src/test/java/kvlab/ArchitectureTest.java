package kvlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages know each other in one direction only, and each knows as little as it can. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "kvlab");

    /** The classes of the main source set, without the tests. */
    private static final JavaClasses HARNESS = new ClassFileImporter()
            .importUrl(World.class.getProtectionDomain().getCodeSource().getLocation());

    /** The packages that each package may use, other than itself and java.*. */
    private static final String ARROWS = """
            api        |
            diagnostic |
            record     | kvlab.diagnostic kvlab.api
            history    | kvlab.diagnostic
            sim        | kvlab.diagnostic kvlab.api kvlab.record com.sun.management
            reduction  |
            net        | kvlab.record kvlab.sim kvlab.reduction
            workload   | kvlab.sim
            raft       | kvlab.diagnostic kvlab.api kvlab.record kvlab.sim
            ordered    | org.objectweb.asm..
            classfile  | kvlab.diagnostic org.objectweb.asm..
            inspect    | kvlab.diagnostic kvlab.api kvlab.ordered
            submission | kvlab.diagnostic kvlab.api kvlab.classfile kvlab.ordered
            explain    | kvlab.diagnostic kvlab.api kvlab.record kvlab.history
            cluster    | kvlab.diagnostic kvlab.api kvlab.inspect kvlab.record kvlab.sim kvlab.net kvlab.raft kvlab.history kvlab.submission kvlab.workload kvlab.reduction
            schedule   | kvlab.diagnostic kvlab.api kvlab.record kvlab.sim kvlab.net kvlab.history kvlab.submission kvlab.cluster kvlab.reduction org.junit..
            shrink     | kvlab.diagnostic kvlab.record kvlab.reduction kvlab.schedule
            postmortem | kvlab.diagnostic kvlab.explain kvlab.reduction kvlab.schedule kvlab.shrink
            junit      | kvlab.diagnostic kvlab.record kvlab.sim kvlab.submission kvlab.cluster kvlab.schedule kvlab.postmortem org.junit..
            scenario   | kvlab.diagnostic kvlab.api kvlab.net kvlab.submission kvlab.workload kvlab.reduction kvlab.cluster kvlab.schedule kvlab.junit org.junit.jupiter.api..
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ARROWS)
    void aPackageUsesOnlyWhatItMay(String name, String others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "kvlab." + name),
                        others == null ? Stream.empty() : Arrays.stream(others.split(" ")))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("kvlab." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(HARNESS);
    }

    @Test
    void everyPackageHasItsArrows() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        ARROWS.lines()
                .forEach(line -> named.add(line.substring(0, line.indexOf('|')).strip()));
        assertEquals(
                named,
                new TreeSet<>(
                        packages().map(path -> path.getFileName().toString()).toList()));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("kvlab.(*)..").should().beFreeOfCycles().check(HARNESS);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageDescribesItsContentAndDependencies(Path directory) throws IOException {
        String info = Files.readString(directory.resolve("package-info.java"));
        assertTrue(info.startsWith("/**"), "the documentation comes first");
        assertTrue(info.matches("(?s).*(Uses|uses) .*"), "it must say what the package may use");
    }

    private static Stream<Path> packages() throws IOException {
        try (Stream<Path> paths = Files.list(SOURCES)) {
            return paths.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** State that outlives a simulation would let one schedule reach into the next. */
    @Test
    void staticsAreConstants() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(HARNESS);
    }
}
