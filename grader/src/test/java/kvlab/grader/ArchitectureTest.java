package kvlab.grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A submission goes one way through the grader: from its sources to a report. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "kvlab", "grader");

    private static final JavaClasses GRADER = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    /** Directories that builds write to, which tools leave out and {@code .gitignore} lists. */
    private static final List<String> OUTPUT_FOLDERS = List.of("build", "target", "out", "bin");

    private static final int MAX_LINES = 400;

    /** What each package may use, besides itself and java.*; a name without {@code kvlab} is a package of the grader. */
    private static final String ARROWS = """
            intake.files      | kvlab.diagnostic
            intake.archive    | intake.files org.apache.commons.compress.. org.apache.commons.io.. kvlab.diagnostic
            intake.git        | intake.files org.apache.commons.io.. kvlab.diagnostic
            intake            | intake.files intake.archive intake.git org.snakeyaml.engine.. kvlab.diagnostic
            intake.restricted | intake intake.files tools.jackson.. kvlab.diagnostic
            update            | intake.files intake.restricted org.apache.commons.compress.. org.apache.commons.io..
            check             | intake kvlab.api kvlab.classfile kvlab.ordered kvlab.submission javax.tools com.fasterxml.jackson.. kvlab.diagnostic
            roster            | intake intake.files grade.result org.apache.commons.csv..
            execute.sandbox   | org.apache.commons.io.. kvlab.diagnostic
            execute.inspect   | intake org.jacoco.core.. com.puppycrawl.tools.checkstyle.. org.xml.sax kvlab.diagnostic
            execute           | kvlab.explain kvlab.postmortem kvlab.record kvlab.reduction picture intake intake.files intake.git check execute.sandbox execute.inspect kvlab.junit kvlab.schedule kvlab.scenario kvlab.submission kvlab.sim org.junit.. tools.jackson.. com.fasterxml.jackson.. kvlab.diagnostic
            policy            | intake check execute javax.crypto..
            policy.yaml       | check execute policy kvlab.submission org.snakeyaml.engine..
            policy.score      | policy execute execute.inspect kvlab.schedule com.fasterxml.jackson.. kvlab.diagnostic
            grade             | intake intake.files intake.git intake.restricted check execute execute.sandbox execute.inspect policy policy.score grade.result kvlab.schedule kvlab.submission kvlab.diagnostic
            grade.result      | picture intake intake.files intake.restricted check execute execute.inspect policy policy.score kvlab.schedule tools.jackson.. com.fasterxml.jackson.. kvlab.diagnostic
            report            | intake.files check grade.result policy policy.score execute.inspect tools.jackson.. kvlab.diagnostic
            report.html       | picture report grade.result policy policy.score check execute.inspect intake.restricted gg.jte.. kvlab.diagnostic
            export            | policy intake intake.files org.apache.commons.compress..
            export.kit        | export check execute policy intake intake.files intake.restricted kvlab.schedule javax.lang.model org.objectweb.asm org.snakeyaml.engine..
            export.autograder | report grade.result policy.score check tools.jackson..
            export.ci         | export.autograder report grade.result policy policy.score check javax.xml.stream.. kvlab.diagnostic
            export.gradebook  | report grade.result policy policy.score org.apache.commons.csv.. kvlab.diagnostic
            corpus            | intake check execute execute.sandbox grade.result kvlab.record kvlab.schedule kvlab.sim kvlab.submission kvlab.diagnostic com.github.difflib..
            corpus.mutants    | corpus intake check execute execute.sandbox kvlab.api kvlab.diagnostic kvlab.record kvlab.schedule kvlab.sim kvlab.submission com.sun.source.. javax.lang.model.. javax.tools org.objectweb.asm org.pitest.. tools.jackson..
            trace             | kvlab.history kvlab.record tools.jackson..
            picture           | kvlab.api kvlab.diagnostic kvlab.explain kvlab.history kvlab.net kvlab.postmortem kvlab.record kvlab.schedule tools.jackson.. com.fasterxml.jackson..
            difference        | kvlab.record
            similarity        | intake tools.jackson..
            bench             | intake execute execute.sandbox corpus kvlab.cluster kvlab.history kvlab.schedule kvlab.sim
            cli               | intake intake.git intake.restricted check execute execute.sandbox policy policy.yaml roster grade grade.result report report.html export export.autograder export.ci export.gradebook export.kit corpus corpus.mutants similarity bench picture trace difference update kvlab.junit kvlab.schedule kvlab.reduction kvlab.record kvlab.shrink kvlab.sim kvlab.submission org.apache.commons.io.. picocli.. org.junit.platform.. kvlab.diagnostic kvlab.explain kvlab.postmortem
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ARROWS)
    void aPackageUsesOnlyWhatItMay(String name, String others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "kvlab.grader." + name),
                        others == null
                                ? Stream.empty()
                                : Arrays.stream(others.split(" ")).map(ArchitectureTest::inFull))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("kvlab.grader." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(GRADER);
    }

    @Test
    void everyPackageHasItsArrows() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        ARROWS.lines()
                .forEach(line -> named.add(line.substring(0, line.indexOf('|')).strip()));
        TreeSet<String> present = new TreeSet<>(packages()
                .filter(path -> !path.equals(SOURCES))
                .map(ArchitectureTest::name)
                .toList());
        assertEquals(named, present);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("kvlab.grader.(**)").should().beFreeOfCycles().check(GRADER);
        slices().matching("kvlab.grader.(*)..").should().beFreeOfCycles().check(GRADER);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSaysWhatLivesThereAndWhatItUses(Path directory) throws IOException {
        String info = Files.readString(directory.resolve("package-info.java"));
        assertTrue(info.startsWith("/**"), "the documentation comes first");
        assertTrue(info.matches("(?s).*\\b[Uu]ses\\b.*"), "it must say what the package may use");
        assertTrue(!OUTPUT_FOLDERS.contains(directory.getFileName().toString()), "it is named like a build's output");
    }

    @Test
    void theRootPackageHoldsTheProcessAlone() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertEquals(
                    List.of("Main.java", "package-info.java"),
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void noFileIsTooLongToBeKeptInMind() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                long lines = Files.readAllLines(file).size();
                assertTrue(lines <= MAX_LINES, file + " has " + lines + " lines");
            }
        }
    }

    private static String inFull(String name) {
        boolean ofGrader = ARROWS.lines().anyMatch(line -> line.startsWith(name + " "));
        return ofGrader ? "kvlab.grader." + name : name;
    }

    /** Those that have classes of their own. */
    private static Stream<Path> packages() throws IOException {
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            return paths.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static String name(Path directory) {
        return SOURCES.relativize(directory)
                .toString()
                .replace(directory.getFileSystem().getSeparator(), ".");
    }
}
