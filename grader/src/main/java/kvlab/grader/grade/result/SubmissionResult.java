package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestResult;

/**
 * All that is to be said of one submission, as its JSON file has it. Holds no times but those of the hand-in, no hosts and
 * no temporary paths, so that equal submissions give equal files. Texts in it may come from the submission: a report
 * escapes them.
 *
 * @param schema this shape's name and version
 * @param submission what reports call it: unlike any other of the batch, and safe as a file's name
 * @param path where it was, as the caller wrote it
 * @param origin what it came in; empty, in JSON null, if it could not be read
 * @param handedIn when, as the collecting system or the commit says; null in JSON if nobody does
 * @param lateDays how many days late, each day begun counted whole
 * @param score a lower bound unless {@code decided}
 * @param possibleScore what the score would be if all that is undecided were decided for the submission
 * @param decided false if the kit could not decide some test: to be tried again, and never a student's zero
 * @param tests in the policy's order
 * @param compileErrors what the compiler objects to; empty if it compiled, or was not asked to
 * @param files what was done to files that are not the student's
 * @param information what was found out besides the verdicts; null in JSON if nobody asked, or the submission did not run
 * @param adjustments what is given or taken besides the tests; the one for being late comes last
 * @param review why a TA should look at it
 * @param notes what a TA may want to know
 * @param sandbox what its processes were shut in
 * @param key digest of all that the result depends on: two results with the same key are the same
 */
public record SubmissionResult(
        String schema,
        String submission,
        Owner owner,
        String path,
        Optional<Origin> origin,
        Optional<Instant> handedIn,
        int lateDays,
        Terms terms,
        BigDecimal score,
        BigDecimal possibleScore,
        boolean decided,
        List<TestResult> tests,
        List<CompileError> compileErrors,
        Findings files,
        Optional<Information> information,
        List<Adjustment> adjustments,
        List<Diagnostic> review,
        List<Diagnostic> notes,
        Diagnostic sandbox,
        String key) {

    public static final String SCHEMA = "kvlab/result/2";

    public SubmissionResult {
        tests = List.copyOf(tests);
        compileErrors = List.copyOf(compileErrors);
        adjustments = List.copyOf(adjustments);
        review = List.copyOf(review);
        notes = List.copyOf(notes);
    }

    public static SubmissionResult of(Policy policy, SubmissionHeader header, SubmissionOutcome outcome, Score score) {
        Student student = header.student();
        return new SubmissionResult(
                SCHEMA,
                student.fileName(),
                new Owner(student.name(), student.id(), student.email()),
                header.path(),
                header.origin(),
                header.handedIn(),
                header.lateDays(),
                Terms.of(policy),
                score.points(),
                score.possible(),
                !score.isOpen(),
                score.tests().stream()
                        .map(test -> replayable(test, header.replay()))
                        .toList(),
                outcome.compileErrors(),
                header.files(),
                outcome.information(),
                score.adjustments(),
                Stream.concat(header.review().stream(), score.review().stream()).toList(),
                header.notes(),
                outcome.sandbox(),
                header.key());
    }

    private static TestResult replayable(TestResult test, Optional<ReplayCommand> replay) {
        return test.withFirstFailure(test.firstFailure()
                .map(failure -> new TestResult.FirstFailure(
                        failure.seed(),
                        failure.diagnostic(),
                        failure.detail(),
                        replay.map(command -> command.line(test.suite(), test.number(), failure.seed()))
                                .orElse(""))));
    }

    /** What the tests add up to in this respect. */
    public BigDecimal sum(Function<TestResult, BigDecimal> part) {
        return tests.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same with other tests. */
    SubmissionResult withTests(List<TestResult> others) {
        return new SubmissionResult(
                schema,
                submission,
                owner,
                path,
                origin,
                handedIn,
                lateDays,
                terms,
                score,
                possibleScore,
                decided,
                others,
                compileErrors,
                files,
                information,
                adjustments,
                review,
                notes,
                sandbox,
                key);
    }
}
