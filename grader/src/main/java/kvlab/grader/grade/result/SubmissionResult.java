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
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.Score;
import kvlab.grader.policy.score.TestResult;

/**
 * The complete result of one submission, as stored in its JSON file. It contains no times except that of the hand-in,
 * no host names and no temporary paths, so equal submissions give equal files. Texts may come from the submission: a
 * report escapes them.
 *
 * @param schema name and version of the format
 * @param submission its name in reports: unique in the batch and safe as a file name
 * @param path as the caller wrote it
 * @param origin the form of the upload; empty, in JSON null, if it could not be read
 * @param handedIn the time given by the collecting system or the commit; null in JSON if unknown
 * @param deadline null in JSON if nothing is ever late
 * @param lateDays days late, rounded up
 * @param score a lower bound unless {@code decided}
 * @param possibleScore the score if all undecided parts were decided in the submission's favour
 * @param decided false if the kit could not decide some test: it must be graded again and is never a zero
 * @param tests in the policy's order
 * @param compileErrors the compiler's errors; empty if it compiled, or was not compiled
 * @param files changes to files that students may not change
 * @param information coverage and style; null in JSON if not requested, or if the submission did not run
 * @param adjustments points added or deducted apart from the tests; the late penalty comes last
 * @param review why a TA should look at it
 * @param notes further information for a TA
 * @param sandbox the sandbox of its processes
 * @param key digest of everything the result depends on
 */
public record SubmissionResult(
        String schema,
        String submission,
        Owner owner,
        String path,
        Optional<Origin> origin,
        Optional<Instant> handedIn,
        Optional<Deadline> deadline,
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
                Owner.of(student),
                header.path(),
                header.origin(),
                header.handedIn(),
                header.deadline(),
                header.lateDays(),
                Terms.of(policy, outcome.seeds().first()),
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
                        replay.map(command -> command.line(test.schedule(failure.seed())))
                                .orElse(""))));
    }

    /** The sum of this quantity over all tests. */
    public BigDecimal sum(Function<TestResult, BigDecimal> part) {
        return tests.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether its points depend on when it was handed in, and nobody says when. */
    public boolean lacksItsTime() {
        return deadline.isPresent() && handedIn.isEmpty() && (possibleScore.signum() > 0 || lateDays > 0);
    }

    /** Whether all that is known of its time is that the collecting system calls it late. */
    boolean isMarkedLate() {
        return handedIn.isEmpty() && review.stream().anyMatch(why -> why.code().equals("review.marked-late"));
    }

    /** Whether it has what this changes. */
    public boolean has(ScoreOverride override) {
        return override.test().isEmpty() || override.testIn(this).isPresent();
    }

    /**
     * The same with a person's changes and comments, for reports. A total that a person has set is decided.
     *
     * @param overrides each of which it {@linkplain #has has}
     */
    public SubmissionResult overriding(List<ScoreOverride> overrides) {
        if (overrides.isEmpty()) {
            return this;
        }
        BigDecimal earned = sum(TestResult::earned);
        List<Adjustment> changed =
                Score.computed(ScoreOverride.adjustments(this, overrides), earned, terms.maxScore(), false);
        BigDecimal now = Points.normal(Score.sum(changed, earned));
        boolean set = overrides.stream()
                .anyMatch(override ->
                        override.test().isEmpty() && override.points().isPresent());
        BigDecimal possible = set ? now : Points.normal(now.max(possibleScore.add(now.subtract(score))));
        return with(owner, terms, now, possible, decided || set, tests, changed, notes);
    }

    /** The same with other tests. */
    SubmissionResult withTests(List<TestResult> others) {
        return with(owner, terms, score, possibleScore, decided, others, adjustments, notes);
    }

    /** The same with more notes. */
    public SubmissionResult withNotes(List<Diagnostic> more) {
        return with(
                owner,
                terms,
                score,
                possibleScore,
                decided,
                tests,
                adjustments,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** The same with a seed that students may know. */
    public SubmissionResult released() {
        return with(owner, terms.released(), score, possibleScore, decided, tests, adjustments, notes);
    }

    /**
     * The same under other names, which decide nothing.
     *
     * @param renamed has the same rules
     * @param student as the staff call the author now
     */
    public SubmissionResult named(Policy renamed, Student student) {
        return with(Owner.of(student), terms.named(renamed), score, possibleScore, decided, tests, adjustments, notes);
    }

    private SubmissionResult with(
            Owner owner,
            Terms terms,
            BigDecimal score,
            BigDecimal possibleScore,
            boolean decided,
            List<TestResult> tests,
            List<Adjustment> adjustments,
            List<Diagnostic> notes) {
        return new SubmissionResult(
                schema,
                submission,
                owner,
                path,
                origin,
                handedIn,
                deadline,
                lateDays,
                terms,
                score,
                possibleScore,
                decided,
                tests,
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
