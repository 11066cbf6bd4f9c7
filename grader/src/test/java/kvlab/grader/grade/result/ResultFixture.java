package kvlab.grader.grade.result;

import static kvlab.grader.TestDiagnostics.saying;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.TestRule;
import kvlab.grader.policy.score.Score;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;

/** Results for tests, by a policy of two tests for 2.5 points each unless another is given. */
public final class ResultFixture {

    public static final Policy TWO_TESTS =
            PolicyFixture.firstTests(2, "name: two\ntitle: Two tests\nsuites: { core: { points: 2.5 } }");

    /** The edition of the suite of these tests. */
    public static final String EDITION =
            "" + TWO_TESTS.suites().get(0).suite().test(1).suite().edition();

    private static final Verdict PASSED = new Verdict.Passed();

    private ResultFixture() {}

    /** All tests passed. */
    public static SubmissionResult passed(String name) {
        return of(name, PASSED, PASSED);
    }

    /** The first test passed, and the second hung in its fourth schedule. */
    public static SubmissionResult halfRight(String name) {
        return of(name, PASSED, new Verdict.TimedOut(saying("stands \u001B[31mstill"), "at KvServer.put"));
    }

    /** The first test passed, and the kit failed in the second. */
    public static SubmissionResult undecided(String name) {
        return of(
                name, PASSED, new Verdict.InfrastructureError(saying("starting a Java process failed: no memory"), ""));
    }

    /** Turned away before anything of it ran. */
    public static SubmissionResult refused(String name, String why) {
        Verdict refused = new Verdict.Refused(saying(why), "");
        return of(name, refused, refused);
    }

    /** Handed in by this student, with a verdict for each test. */
    public static SubmissionResult of(String student, Verdict... verdicts) {
        return by(TWO_TESTS, student, 0, List.of(), verdicts);
    }

    /** By another policy, so many days late, with these complaints of the compiler. */
    public static SubmissionResult by(
            Policy policy, String student, int lateDays, List<CompileError> errors, Verdict... verdicts) {
        List<TestOutcome> tests = new ArrayList<>();
        for (TestRule rule : policy.tests()) {
            tests.add(outcome(rule, verdicts[tests.size()]));
        }
        SubmissionOutcome outcome = new SubmissionOutcome(
                new Seeds(1, 100),
                tests,
                errors,
                Optional.empty(),
                Diagnostic.of("sandbox.none").with("why", "this is a test"));
        return by(policy, student, lateDays, outcome);
    }

    /** By another policy, so many days late, with this outcome. */
    static SubmissionResult by(Policy policy, String student, int lateDays, SubmissionOutcome outcome) {
        return by(policy, student, lateDays, List.of(), outcome);
    }

    private static SubmissionResult by(
            Policy policy, String student, int lateDays, List<Diagnostic> notes, SubmissionOutcome outcome) {
        Student owner = Upload.at(Path.of(student)).student();
        return SubmissionResult.of(
                policy,
                new SubmissionHeader(
                        owner,
                        student,
                        Optional.of(ReplayCommand.at(student)),
                        Optional.of(new Origin(Origin.Form.DIRECTORY, "", "", Optional.empty())),
                        lateDays == 0 ? Optional.empty() : Optional.of(Instant.parse("2026-12-05T10:00:00Z")),
                        Deadline.of(policy),
                        lateDays,
                        Findings.NONE,
                        notes,
                        List.of(),
                        "key of " + student),
                outcome,
                Score.of(policy, outcome, lateDays));
    }

    /** Passed, with points for coverage, none for style, and a note with a place in the source. */
    public static SubmissionResult extraCredit(String student) {
        Policy policy = PolicyFixture.firstTests(1, """
                name: informed
                suites: { core: { points: 2.5 } }
                information:
                  coverage: true
                  coverage-points: 2
                  coverage-at-least: 85
                  style: true
                  style-points: 0.5
                  style-at-most: 1
                """);
        Information found = informed(passed(student)).information().orElseThrow();
        SubmissionOutcome outcome = new SubmissionOutcome(
                new Seeds(1, 100),
                List.of(outcome(policy.tests().get(0), PASSED)),
                List.of(),
                Optional.of(new Information(found.coverage(), Optional.empty(), found.missing(), false)),
                Diagnostic.of("sandbox.no-bwrap"));
        return by(
                policy,
                student,
                0,
                List.of(Diagnostic.of("test.review").at(new SourcePlace("KvServer.java", "KvServer", "put", 57))),
                outcome);
    }

    private static TestOutcome outcome(TestRule rule, Verdict verdict) {
        String title = "Test " + rule.number();
        int schedules = rule.schedules();
        if (verdict instanceof Verdict.Passed) {
            return new TestOutcome(rule.number(), title, schedules, schedules, 0, 0, Optional.empty());
        }
        boolean isFault = verdict instanceof Verdict.Failed
                || verdict instanceof Verdict.TimedOut
                || verdict instanceof Verdict.Crashed;
        int run = verdict instanceof Verdict.Refused || verdict instanceof Verdict.InfrastructureError ? 0 : 7;
        return new TestOutcome(
                rule.number(),
                title,
                schedules,
                run,
                isFault ? 3 : 0,
                run > 0 && !isFault ? 3 : 0,
                Optional.of(new TestOutcome.Failure(4, verdict)));
    }

    /** The same result, owned by this student; a group's values have commas between. */
    public static SubmissionResult ownedBy(SubmissionResult result, String name, String id, String email) {
        return with(result, new Owner(name, id, email, ""), result.information());
    }

    /** The same result, of a student in this section. */
    public static SubmissionResult inSection(SubmissionResult result, String section) {
        Owner owner = result.owner();
        return with(result, new Owner(owner.name(), owner.id(), owner.email(), section), result.information());
    }

    /** The same result with coverage and style, and a line on what is missing. */
    public static SubmissionResult informed(SubmissionResult result) {
        Coverage.Share lines = new Coverage.Share(37, 41);
        Coverage.Share branches = new Coverage.Share(9, 12);
        Information information = new Information(
                Optional.of(new Coverage(
                        lines,
                        branches,
                        List.of(new Coverage.OfFile(
                                "KvServer.java", lines, branches, List.of(new Coverage.Range(26, 29)))))),
                Optional.of(new Style(
                        1,
                        List.of(new Style.Finding("KvServer.java", 7, "Name '<b>' must match pattern '^[a-z]+$'.")))),
                List.of(Diagnostic.of("inspect.coverage-lost")),
                true);
        return with(result, result.owner(), Optional.of(information));
    }

    private static SubmissionResult with(SubmissionResult result, Owner owner, Optional<Information> information) {
        return new SubmissionResult(
                result.schema(),
                result.submission(),
                owner,
                result.path(),
                result.origin(),
                result.handedIn(),
                result.deadline(),
                result.lateDays(),
                result.terms(),
                result.score(),
                result.possibleScore(),
                result.decided(),
                result.tests(),
                result.compileErrors(),
                result.files(),
                information,
                result.adjustments(),
                result.review(),
                result.notes(),
                result.sandbox(),
                result.key());
    }
}
