package kvlab.grader.report.html;

import static kvlab.grader.TestDiagnostics.saying;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CompileError;
import kvlab.grader.grade.result.Owner;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.score.Adjustment;
import kvlab.schedule.Verdict;

/** A class with one of everything that can become of a submission. */
final class ClassFixture {

    /** Of the four tests students see everything, the message, the verdict, and nothing. */
    static final Policy POLICY = PolicyFixture.firstTests(4, """
            name: four
            title: Four tests
            suites:
              core:
                points: 2.5
                tests:
                  2: { students-see: message }
                  3: { students-see: verdict }
                  4: { students-see: nothing }
            due: { at: 2026-12-04 23:59, zone: UTC }
            late: { percent-per-day: 10, most-days: 3 }
            not-building: { at-most-percent: 50 }
            """);

    private static final Verdict PASSED = new Verdict.Passed();

    private ClassFixture() {}

    static List<SubmissionResult> everything() {
        return List.of(
                by("ada", PASSED, PASSED, PASSED, PASSED),
                by("ben", failed("1"), failed("2"), failed("3"), failed("4")),
                late("cleo"),
                by(
                        "dan",
                        PASSED,
                        PASSED,
                        new Verdict.Undecided(saying("too many states"), "a detail"),
                        new Verdict.InfrastructureError(saying("no memory"), "another detail")),
                notCompiling("eve"),
                touching("finn"));
    }

    /** A test's verdict for each of the four. */
    static SubmissionResult by(String name, Verdict... verdicts) {
        return ResultFixture.by(POLICY, name, 0, List.of(), verdicts);
    }

    static Verdict failed(String server) {
        return new Verdict.Failed(
                Diagnostic.of("test.answered-early").with("key", "k").with("server", server), "what led to it");
    }

    private static SubmissionResult late(String name) {
        return ResultFixture.by(
                POLICY,
                name,
                2,
                List.of(),
                PASSED,
                new Verdict.TimedOut(saying("went on for ever"), "at KvServer.put"),
                PASSED,
                new Verdict.Crashed(saying("threw an error"), "at KvServer.get"));
    }

    private static SubmissionResult notCompiling(String name) {
        Verdict refused = new Verdict.Refused(saying("does not compile"), "KvServer.java:3: ';' expected");
        return ResultFixture.by(
                POLICY,
                name,
                0,
                List.of(
                        new CompileError("compiler.err.expected", "KvServer.java", 3, 6, "';' expected", "int x"),
                        new CompileError("compiler.err.expected", "KvServer.java", 0, 0, "no such class", "")),
                refused,
                refused,
                refused,
                refused);
    }

    private static SubmissionResult touching(String name) {
        Verdict refused = new Verdict.Refused(Diagnostic.of("test.refused"), "");
        return with(
                by(name, refused, refused, refused, refused),
                new Findings(List.of("pom.xml"), List.of("Extra.java"), List.of("Clerk.java")),
                List.of(Diagnostic.of("test.folder-name").with("folder", "lab4")));
    }

    private static SubmissionResult with(SubmissionResult result, Findings files, List<Diagnostic> notes) {
        return new SubmissionResult(
                result.schema(),
                result.submission(),
                new Owner("Finn F.", "4711", "finn@example.org", "B"),
                result.path(),
                result.origin(),
                Optional.of(Instant.parse("2026-12-04T20:00:00Z")),
                result.deadline(),
                result.lateDays(),
                result.terms(),
                result.score(),
                result.possibleScore(),
                result.decided(),
                result.tests(),
                result.compileErrors(),
                files,
                result.information(),
                List.of(
                        new Adjustment.NotBuilding(Percent.of(10), BigDecimal.ONE),
                        new Adjustment.Late(LateRule.NOTHING_LATE, 1, BigDecimal.ONE.negate())),
                List.of(Diagnostic.of("test.review")),
                notes,
                result.sandbox(),
                result.key());
    }
}
