package kvlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.grade.result.Owner;
import kvlab.grader.grade.result.PublishedSchema;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassOutcomeTest {

    private static final List<SubmissionResult> CLASS = List.of(
            ResultFixture.passed("alice"),
            ResultFixture.halfRight("bob"),
            ResultFixture.undecided("carol"),
            ResultFixture.refused("dan", "changes \u0000 <files>"));

    private final PublishedSchema schema = PublishedSchema.at(Path.of("schema", "class-1.schema.json"));

    ClassOutcomeTest() throws IOException {}

    static Stream<ClassOutcome> outcomes() {
        Owner student = new Owner("Zoë", "7", "", "A");
        return Stream.of(
                new ClassOutcome(
                        3,
                        CLASS,
                        Map.of("bob", BigDecimal.ONE),
                        false,
                        List.of("eve"),
                        List.of("finn"),
                        List.of(student),
                        List.of(student)),
                new ClassOutcome(0, List.of(), Map.of(), true, List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void isOfTheShapeThatIsPublished(ClassOutcome outcome) {
        assertEquals(List.of(), schema.errors(outcome.json()));
        assertEquals(List.of(), schema.unnamed(outcome.json()));
    }

    @Test
    void everyFieldIsDescribed() {
        assertEquals(List.of(), schema.undescribed());
    }

    @Test
    void whatIsNotDecidedIsNotInTheMean() {
        ClassSummary summary = ClassSummary.of(CLASS);
        assertEquals(Optional.of(new BigDecimal("2.5")), summary.mean());
        assertEquals(Optional.of(new BigDecimal("2.5")), summary.median());
        assertEquals("3 graded, mean 2.5 and median 2.5 of 5; 1 not decided, 1 refused", summary.inWords());
        assertEquals("0 graded", ClassSummary.of(List.of()).inWords());
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        ClassSummary summary = ClassSummary.of(CLASS.subList(0, 2));
        assertEquals(Optional.of(new BigDecimal("3.75")), summary.median());
    }
}
