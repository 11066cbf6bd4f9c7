package kvlab.grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A submission goes one way through the grader: from its sources to a report. */
class ArchitectureTest {
    private static final JavaClasses GRADER = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            intake  | org.apache.commons.compress.. org.snakeyaml.engine..
            restricted | kvlab.grader.intake
            compile | kvlab.grader.intake kvlab.api
            information | kvlab.grader.intake org.jacoco.core.. com.puppycrawl.tools.checkstyle.. org.xml.sax
            rules   | kvlab.grader.compile kvlab.api kvlab.submission org.objectweb.asm..
            sandbox |
            build   | kvlab.grader.intake kvlab.grader.compile kvlab.grader.rules kvlab.grader.sandbox kvlab.submission tools.jackson.. com.fasterxml.jackson..
            run     | kvlab.grader.intake kvlab.grader.information kvlab.grader.compile kvlab.grader.rules kvlab.grader.build kvlab.grader.sandbox kvlab.schedule kvlab.scenario kvlab.submission kvlab.sim kvlab.cluster org.junit.. tools.jackson.. com.fasterxml.jackson..
            policy  | org.snakeyaml.engine..
            score   | kvlab.grader.policy kvlab.grader.information kvlab.grader.run kvlab.schedule
            corpus  | kvlab.grader.intake kvlab.grader.compile kvlab.grader.build kvlab.grader.sandbox kvlab.grader.run kvlab.grader.result kvlab.grader.report kvlab.schedule kvlab.sim kvlab.submission kvlab.cluster org.junit.platform.commons..
            batch   | kvlab.grader.information kvlab.grader.intake kvlab.grader.restricted kvlab.grader.compile kvlab.grader.policy kvlab.grader.build kvlab.grader.sandbox kvlab.grader.run kvlab.grader.score kvlab.grader.result
            result  | kvlab.grader.information kvlab.grader.intake kvlab.grader.restricted kvlab.grader.policy kvlab.grader.run kvlab.grader.score kvlab.grader.compile kvlab.schedule tools.jackson.. com.fasterxml.jackson..
            export  | kvlab.grader.policy
            similarity | kvlab.grader.intake tools.jackson.. com.fasterxml.jackson..
            report  | kvlab.grader.information kvlab.grader.result kvlab.grader.score kvlab.grader.policy kvlab.grader.compile kvlab.grader.restricted tools.jackson.. com.fasterxml.jackson..
            report.html | kvlab.grader.information kvlab.grader.result kvlab.grader.report kvlab.grader.policy kvlab.grader.compile kvlab.grader.restricted kvlab.grader.score gg.jte..
            report.gradebook | kvlab.grader.result kvlab.grader.report kvlab.grader.policy kvlab.grader.score org.apache.commons.csv..
            report.ci | kvlab.grader.result kvlab.grader.report kvlab.grader.policy kvlab.grader.compile javax.xml.stream..
            report.autograder | kvlab.grader.result kvlab.grader.report kvlab.grader.compile tools.jackson..
            bundle  | kvlab.grader.intake org.apache.commons.compress..
            """)
    void aStageUsesOnlyTheStagesBeforeIt(String name, String others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "javax.tools..", "kvlab.grader." + name),
                        others == null ? Stream.empty() : Arrays.stream(others.split(" ")))
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
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("kvlab.grader.(*)..").should().beFreeOfCycles().check(GRADER);
    }
}
